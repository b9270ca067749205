import { defineRefusal, defineTelling } from '#kernel';

export const recipientRefusals = {
  held: defineTelling('RECIPIENT_HELD', {
    full: [
      'Đối tượng được khen đang bị tạm dừng xét khen thưởng ({grounds}; ghi nhận {since}) nên chưa thể khen thưởng.',
      'The recipient is on hold ({grounds}; recorded {since}) and cannot be commended.',
    ],
    plain: [
      'Đối tượng được khen đang tạm dừng xem xét. Hãy chờ cơ quan có thẩm quyền cho tiếp tục, hoặc đưa đối tượng ra khỏi hồ sơ.',
      'The commendation of a recipient is on hold. Wait for the competent authority to release it, or take the recipient out of the dossier.',
    ],
  }),
  notOne: defineRefusal(
    'HOLD_NAMES_NOT_ONE',
    'Phải nêu đúng một đối tượng: đơn vị; tập thể cùng đơn vị quản lý; hoặc cá nhân.',
    'Name one recipient: a unit, a collective with its unit, or a person.',
  ),
  unknown: defineRefusal(
    'RECIPIENT_NOT_REGISTERED',
    'Tập thể này chưa được đăng ký, hoặc không thuộc đơn vị đã nêu. Hãy đăng ký tập thể trước.',
    'This collective is not registered, or is not of the unit that is named. Register it first.',
  ),
  isDouble: defineRefusal(
    'RECIPIENT_IS_DOUBLE',
    'Mã của một cá nhân được nêu đã được gộp vào một mã khác. Hãy nêu mã kia.',
    'The identity of a person who is named has been joined to another. Name that other one.',
  ),
  own: defineRefusal(
    'HOLD_IS_ACTORS_OWN',
    'Không ai tự quyết định việc tạm dừng hoặc tiếp tục xét khen thưởng cho chính mình.',
    'Nobody places or releases a hold on himself.',
  ),
  holdUnknown: defineRefusal(
    'HOLD_NOT_FOUND',
    'Đối tượng không có lệnh tạm dừng {hold} còn hiệu lực.',
    'The recipient has no hold {hold} that stands.',
  ),
  notPlacer: defineRefusal(
    'HOLD_OF_ANOTHER_BODY',
    'Lệnh tạm dừng này do cơ quan khác quyết định; chỉ cơ quan đó hoặc Sở Nội vụ được cho tiếp tục.',
    'Another body placed this hold; only that body or Home Affairs releases it.',
  ),
  proposer: defineRefusal(
    'HOLD_RELEASED_BY_PROPOSER',
    'Người, đơn vị đề nghị khen thưởng đối tượng này không được tự cho tiếp tục xét. Đề nghị chuyển cơ quan khác.',
    'Whoever proposes this recipient does not release the hold. Please hand it to another body.',
  ),
} as const;
