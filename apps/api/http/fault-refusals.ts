import { defineRefusal } from '#kernel';

/** The request does not fit the schema, or GraphQL over HTTP. */
export const requestInvalid = defineRefusal(
  'REQUEST_INVALID',
  'Yêu cầu không đúng với giao diện GraphQL: {detail}',
  'The request does not fit the GraphQL schema: {detail}',
);

/** What is asked for is still being built from the log, or has not caught up with it. */
export const notNow = {
  notBuilt: defineRefusal(
    'NOT_BUILT_YET',
    'Dữ liệu hiển thị đang được dựng lại từ nhật ký (đã đọc {events} sự kiện). Chưa có gì bị mất; hãy thử lại sau ít phút.',
    'What is shown is being built from the log ({events} events read). Nothing is lost; please try again in a few minutes.',
  ),
  behind: defineRefusal(
    'READING_BEHIND',
    'Dữ liệu hiển thị chưa theo kịp nhật ký. Hãy thử lại sau giây lát.',
    'What is shown has not caught up with the log. Please try again shortly.',
  ),
  stopped: defineRefusal(
    'READING_STOPPED',
    'Phần dữ liệu này đã ngừng cập nhật vì một sự cố, nên tạm không hiển thị để tránh sai lệch. Hãy báo cho quản trị mã {errorId}.',
    'This part has stopped being updated after a fault and is not shown, lest it mislead. Tell the operator error {errorId}.',
  ),
} as const;

/** Something broke on our side. */
export const unexpectedFault = defineRefusal(
  'UNEXPECTED_FAULT',
  'Hệ thống gặp lỗi ngoài dự kiến. Hãy thử lại; nếu vẫn lỗi, báo cho quản trị mã {errorId}.',
  'Something went wrong. Please try again; if it does again, tell the operator error {errorId}.',
);
