import { defineRefusal } from '#kernel';

export const accessRefusals = {
  subjectIsPerson: defineRefusal(
    'SUBJECT_NAMED_BY_ID',
    'Người dùng được đăng ký bằng chính họ tên và chức vụ của mình, không bằng mã của một cá nhân đã có.',
    'A subject is registered by the own name and position, not by the id of somebody known already.',
  ),
  timeReversed: defineRefusal(
    'GRANT_TIME_REVERSED',
    'Thời điểm kết thúc {to} phải sau thời điểm bắt đầu {from}.',
    'The end {to} must come after the start {from}.',
  ),
  grantHeld: defineRefusal(
    'ROLE_ALREADY_HELD',
    'Người này đang giữ vai trò “{roleLabel}” tại đơn vị đó.',
    'This person already holds the role “{roleLabel}” at that unit.',
  ),
  grantUnknown: defineRefusal(
    'GRANT_NOT_FOUND',
    'Không tìm thấy vai trò hoặc ủy quyền {grant} còn hiệu lực.',
    'There is no role or delegation {grant} in force.',
  ),
  noneInForce: defineRefusal(
    'NO_POWER_IN_FORCE',
    'Người này không có vai trò hoặc ủy quyền nào còn hiệu lực để chấm dứt.',
    'This person has no role or delegation in force that could be ended.',
  ),
  endsEarlier: defineRefusal(
    'ROLE_ENDS_EARLIER',
    'Quyền hạn này kết thúc vào {to}; không thể kéo dài bằng cách ghi nhận kết thúc muộn hơn.',
    'This power ends at {to} already; ending it later would prolong it.',
  ),
  notDelegator: defineRefusal(
    'NOT_OWN_POWER',
    'Chỉ được ủy quyền, hoặc chấm dứt ủy quyền, đối với quyền hạn của chính mình.',
    'One may delegate, or revoke, only one’s own power.',
  ),
  powerNotHeld: defineRefusal(
    'POWER_NOT_HELD',
    'Người ủy quyền không giữ vai trò “{roleLabel}” tại đơn vị đó. Quyền được ủy quyền không được ủy quyền lại.',
    'The delegator does not hold the role “{roleLabel}” at that unit. A delegated power is not delegated again.',
  ),
  toSelf: defineRefusal(
    'OWN_POWER_TO_ONESELF',
    'Không được tự giao vai trò hoặc ủy quyền cho chính mình.',
    'Nobody grants a role or a delegation to oneself.',
  ),
} as const;
