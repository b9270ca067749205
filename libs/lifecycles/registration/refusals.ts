import { defineRefusal } from '#kernel';

/** Why a step of this lifecycle is refused. */
export const registrationRefusals = {
  modelNotFound: defineRefusal(
    'REGISTRATION_MODEL_NOT_FOUND',
    'Không tìm thấy mô hình {model} trong phong trào này.',
    'There is no model {model} in this campaign.',
  ),
  notOwner: defineRefusal(
    'REGISTRATION_NOT_BY_OWNER',
    'Mô hình do đơn vị khác chủ trì. Chỉ đơn vị chủ trì được đăng ký.',
    'Another unit owns the model. Only its owner registers it.',
  ),
  modelNotAlive: defineRefusal(
    'REGISTRATION_MODEL_NOT_OPEN',
    'Mô hình chưa được đơn vị nhận, đang tạm dừng hoặc đã kết thúc nên không thể đăng ký.',
    'The model has not been taken up, is suspended or has ended, so it cannot be registered.',
  ),
  formIncomplete: defineRefusal(
    'REGISTRATION_FORM_INCOMPLETE',
    'Nội dung mô hình còn thiếu các mục: {items}. Hãy bổ sung trước khi gửi đăng ký.',
    'The model’s form lacks: {items}. Complete it before the registration is sent.',
  ),
  previousNotAccepted: defineRefusal(
    'REGISTRATION_PREVIOUS_NOT_ACCEPTED',
    'Mô hình không có đăng ký được chấp nhận trong năm {fromYear}, nên không thể đăng ký tiếp tục từ năm đó.',
    'The model has no accepted registration in {fromYear} to continue from.',
  ),
  previousNotEarlier: defineRefusal(
    'REGISTRATION_PREVIOUS_NOT_EARLIER',
    'Năm được tiếp tục {fromYear} phải trước năm đăng ký {year}.',
    'The year continued from, {fromYear}, must come before {year}.',
  ),
  duplicateOpen: defineRefusal(
    'REGISTRATION_DUPLICATE_OPEN',
    'Đăng ký đang bị nghi trùng với đăng ký {other}. Hãy kết luận về nghi vấn trùng trước.',
    'The registration is suspected to repeat {other}. Resolve that first.',
  ),
  duplicateNone: defineRefusal(
    'REGISTRATION_DUPLICATE_NONE',
    'Đăng ký không có nghi vấn trùng nào cần kết luận.',
    'There is no suspected duplicate to resolve.',
  ),
  duplicateSelf: defineRefusal(
    'REGISTRATION_DUPLICATE_OF_ITSELF',
    'Một đăng ký không thể trùng với chính nó.',
    'A registration cannot repeat itself.',
  ),
  otherNotFound: defineRefusal(
    'REGISTRATION_OTHER_NOT_FOUND',
    'Không tìm thấy đăng ký {other}.',
    'There is no registration {other}.',
  ),
  otherNotKept: defineRefusal(
    'REGISTRATION_OTHER_NOT_STANDING',
    'Đăng ký {other} đã bị hủy, ngừng thực hiện giữa chừng, không được chấp nhận hoặc đã gộp, nên không thể giữ thay cho đăng ký này.',
    'Registration {other} is cancelled, abandoned, rejected or merged, so it cannot be kept in place of this one.',
  ),
  ownerUnchanged: defineRefusal(
    'REGISTRATION_OWNER_UNCHANGED',
    'Đơn vị chủ trì mô hình không thay đổi nên không cần chuyển đăng ký.',
    'The model’s owner has not changed, so there is nothing to transfer.',
  ),
  alreadyStarted: defineRefusal(
    'REGISTRATION_MODEL_STARTED',
    'Mô hình đã triển khai từ ngày {startedOn} nên không thể hủy đăng ký. Hãy ghi nhận việc ngừng thực hiện giữa chừng.',
    'The model started on {startedOn}, so its registration cannot be cancelled. Record that it was abandoned.',
  ),
  notStarted: defineRefusal(
    'REGISTRATION_MODEL_NOT_STARTED',
    'Mô hình chưa triển khai nên không thể ghi nhận ngừng thực hiện giữa chừng. Hãy hủy đăng ký.',
    'The model has not started, so there is nothing to abandon. Cancel the registration.',
  ),
} as const;
