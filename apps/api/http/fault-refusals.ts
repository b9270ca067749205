import { defineRefusal } from '#kernel';

/** The request does not fit the schema, or GraphQL over HTTP. */
export const requestInvalid = defineRefusal(
  'REQUEST_INVALID',
  'Yêu cầu không đúng với giao diện GraphQL: {detail}',
  'The request does not fit the GraphQL schema: {detail}',
);

/** Something broke on our side. */
export const unexpectedFault = defineRefusal(
  'UNEXPECTED_FAULT',
  'Hệ thống gặp lỗi ngoài dự kiến. Hãy thử lại; nếu vẫn lỗi, báo cho quản trị mã {errorId}.',
  'Something went wrong. Please try again; if it does again, tell the operator error {errorId}.',
);
