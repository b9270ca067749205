import { defineRefusal } from '#kernel';

export const unitRefusals = {
  successorInactive: defineRefusal(
    'SUCCESSOR_NOT_ACTIVE',
    'Đơn vị kế thừa {successor} không tồn tại hoặc không còn hoạt động.',
    'The successor {successor} does not exist or is not active.',
  ),
  successorIsSelf: defineRefusal(
    'SUCCESSOR_IS_ITSELF',
    'Một đơn vị không thể sáp nhập hoặc chia tách thành chính mình.',
    'A unit cannot be its own successor.',
  ),
  notYetEffective: defineRefusal(
    'NOT_YET_EFFECTIVE',
    'Việc này có hiệu lực từ ngày {from}; chỉ ghi nhận từ ngày đó.',
    'This takes effect on {from}; record it on that day or later.',
  ),
  notOnRoster: defineRefusal(
    'UNIT_NOT_ON_ROSTER',
    'Đơn vị chưa có trong danh sách đơn vị của phong trào.',
    'The unit is not on the roster.',
  ),
  datedBefore: defineRefusal(
    'DATED_BEFORE_WHAT_IT_REPLACES',
    'Ngày hiệu lực {from} sớm hơn ngày {since} của điều đang có hiệu lực mà việc này thay thế. Hãy kiểm tra lại ngày.',
    'It would take effect on {from}, before what it replaces did ({since}). Please check the date.',
  ),
  exemptionReversed: defineRefusal(
    'EXEMPTION_REVERSED',
    'Ngày hết miễn {to} phải sau ngày bắt đầu {from}.',
    'The exemption’s end {to} must come after its start {from}.',
  ),
  headUnknown: defineRefusal(
    'HEAD_NOT_FOUND',
    'Không tìm thấy thủ trưởng đương nhiệm {appointment}.',
    'There is no present head {appointment}.',
  ),
  noHead: defineRefusal(
    'NO_HEAD_IN_OFFICE',
    'Đơn vị chưa có thủ trưởng đương nhiệm để ghi nhận thôi chức.',
    'The unit has no head in office whose end could be recorded.',
  ),
  headPresent: defineRefusal(
    'HEAD_IN_OFFICE',
    'Đơn vị đang có thủ trưởng; hãy ghi nhận việc thôi chức trước.',
    'The unit has a head in office; record the end first.',
  ),
  notObligated: defineRefusal(
    'UNIT_NOT_OBLIGATED',
    'Đơn vị không thuộc diện có nghĩa vụ trong phong trào vào ngày {date}.',
    'The unit had no obligation in the campaign on {date}.',
  ),
  notActive: defineRefusal(
    'UNIT_NOT_IN_OPERATION',
    'Đơn vị không tồn tại, hoặc đã giải thể, sáp nhập hay chia tách.',
    'The unit does not exist, or has been dissolved, merged or split.',
  ),
} as const;
