import { defineRefusal } from '#kernel';

/** Refusals of the API's edge: what never reaches a decider. */
export const edgeRefusals = {
  notAuthenticated: defineRefusal('NOT_AUTHENTICATED', 'Hãy đăng nhập để tiếp tục.', 'Please sign in to continue.'),
  personInvalid: defineRefusal(
    'PERSON_INVALID',
    'Trường {field}: hãy chọn một cá nhân đã có (id), hoặc nhập họ tên kèm chức vụ; không dùng cả hai.',
    'The field {field}: give either a known person (id), or a name with a position; never both.',
  ),
  textEmpty: defineRefusal('TEXT_EMPTY', 'Trường {field} không được để trống.', 'The field {field} must not be empty.'),
  textTooLong: defineRefusal(
    'TEXT_TOO_LONG',
    'Trường {field} dài quá {max} ký tự.',
    'The field {field} is longer than {max} characters.',
  ),
  textUnclean: defineRefusal(
    'TEXT_NOT_CLEAN',
    'Trường {field} có ký tự điều khiển hoặc ký tự hỏng. Hãy gõ lại.',
    'The field {field} has control or broken characters. Please type it again.',
  ),
  dateInvalid: defineRefusal(
    'DATE_INVALID',
    'Trường {field} phải là ngày có thật theo dạng YYYY-MM-DD.',
    'The field {field} must be a real date as YYYY-MM-DD.',
  ),
  dateImplausible: defineRefusal(
    'DATE_OUT_OF_RANGE',
    'Trường {field} phải nằm trong khoảng từ năm {min} đến năm {max}.',
    'The field {field} must lie between the years {min} and {max}.',
  ),
  instantInvalid: defineRefusal(
    'INSTANT_INVALID',
    'Trường {field} phải là thời điểm theo RFC 3339, ví dụ 2026-09-01T08:00:00+07:00.',
    'The field {field} must be an RFC 3339 instant.',
  ),
  idInvalid: defineRefusal(
    'ID_INVALID',
    'Trường {field} không phải mã {type} hợp lệ.',
    'The field {field} is not a valid id of a {type}.',
  ),
  uuidInvalid: defineRefusal('UUID_INVALID', 'Trường {field} phải là UUID.', 'The field {field} must be a UUID.'),
  numberOutOfRange: defineRefusal(
    'NUMBER_OUT_OF_RANGE',
    'Trường {field} phải từ {min} đến {max}.',
    'The field {field} must lie between {min} and {max}.',
  ),
  listTooLong: defineRefusal(
    'LIST_TOO_LONG',
    'Trường {field} có quá {max} mục.',
    'The field {field} has more than {max} entries.',
  ),
  listRepeats: defineRefusal(
    'LIST_REPEATS',
    'Trường {field} có mục bị lặp lại.',
    'The field {field} has an entry twice.',
  ),
  documentYear: defineRefusal(
    'DOCUMENT_YEAR_MISMATCH',
    'Năm của văn bản phải trùng với năm của ngày ký.',
    'The year of a document is that of its signature.',
  ),
  listTooShort: defineRefusal(
    'LIST_TOO_SHORT',
    'Trường {field} phải có ít nhất {min} mục.',
    'The field {field} needs at least {min} entries.',
  ),
  hashInvalid: defineRefusal(
    'HASH_INVALID',
    'Trường {field} phải là SHA-256 viết bằng 64 chữ số thập lục phân thường.',
    'The field {field} must be a SHA-256 in 64 lower-case hex digits.',
  ),
  inputInvalid: defineRefusal('INPUT_INVALID', 'Trường {field} không hợp lệ.', 'The field {field} is not valid.'),
  pageInvalid: defineRefusal(
    'PAGE_INVALID',
    'Chỉ dùng first/after hoặc last/before, từ 1 đến {max} mục một trang, với con trỏ do hệ thống cấp.',
    'Use first/after or last/before, 1 to {max} entries a page, with a cursor that the service gave.',
  ),
  notYetReadable: defineRefusal(
    'POSITION_NOT_READABLE_YET',
    'Dữ liệu đọc chưa cập nhật tới vị trí {position}. Hãy thử lại sau giây lát.',
    'The views have not reached position {position} yet. Please try again in a moment.',
  ),
} as const;
