import { defineRefusal } from '#kernel';

export const campaignRefusals = {
  yearOutside: defineRefusal(
    'YEAR_OUTSIDE_CAMPAIGN',
    'Năm {year} nằm ngoài giai đoạn {from}–{to} của phong trào.',
    'The year {year} is outside the campaign’s period {from}–{to}.',
  ),
  periodReversed: defineRefusal(
    'PERIOD_REVERSED',
    'Năm kết thúc {to} phải không trước năm bắt đầu {from}.',
    'The last year {to} must not come before the first {from}.',
  ),
  cycleOpened: defineRefusal(
    'CYCLE_ALREADY_OPEN',
    'Năm thi đua {year} đã được mở.',
    'The cycle {year} is open already.',
  ),
  cycleNotOpen: defineRefusal(
    'CYCLE_NOT_OPEN',
    'Năm thi đua {year} chưa mở hoặc đã kết thúc.',
    'The cycle {year} is not open.',
  ),
  cycleClosing: defineRefusal(
    'CYCLE_CLOSING',
    'Năm thi đua {year} đã khóa sổ: chỉ hoàn tất những gì đã gửi trước đó. Việc mới thuộc năm sau; nếu thực sự cần, đề nghị Sở Nội vụ mở lại sổ.',
    'The cycle {year} is closing: only what was sent before is finished. What is new belongs to the next year; if it must be, ask the lead office to thaw the year.',
  ),
  cycleNotClosing: defineRefusal(
    'CYCLE_NOT_CLOSING',
    'Năm thi đua {year} chưa khóa sổ hoặc đã kết thúc; hãy khóa sổ trước.',
    'The cycle {year} is not closing: it must be frozen first, and not be closed.',
  ),
  noCycleClosing: defineRefusal(
    'NO_CYCLE_CLOSING',
    'Phong trào không có năm thi đua nào đang khóa sổ.',
    'The campaign has no cycle that is closing.',
  ),
  yearNotOver: defineRefusal(
    'YEAR_NOT_OVER',
    'Năm thi đua {year} chưa hết thời gian: chỉ khóa sổ từ ngày {from}.',
    'The cycle {year} is not over: it may be frozen from {from} on.',
  ),
  yearOutOfOrder: defineRefusal(
    'YEAR_OUT_OF_ORDER',
    'Các năm thi đua được mở lần lượt: năm tiếp theo là {next}, chưa phải {year}.',
    'Cycles open in order: the next one is {next}, not {year}.',
  ),
  noCycleOpen: defineRefusal(
    'NO_CYCLE_OPEN',
    'Phong trào không có năm thi đua nào đang mở.',
    'The campaign has no open cycle.',
  ),
  noYearLeft: defineRefusal(
    'NO_YEAR_LEFT',
    'Mọi năm thi đua của giai đoạn {from}–{to} đã được mở.',
    'Every cycle of the period {from}–{to} has been opened.',
  ),
  cycleHasWork: defineRefusal(
    'CYCLE_HAS_OPEN_WORK',
    'Năm thi đua {year} còn {open} hồ sơ chưa xong nên chưa thể kết thúc.',
    'The cycle {year} still has {open} unfinished dossiers.',
  ),
  cycleHasTimeLeft: defineRefusal(
    'CYCLE_HAS_TIME_LEFT',
    'Trong năm thi đua {year} còn đơn vị trong hạn gửi lại hồ sơ hoặc đề nghị xem xét lại kết quả; có thể kết thúc từ ngày {from}.',
    'In the cycle {year} units still have time to send a dossier again or to object; it may be closed from {from} on.',
  ),
  dutiesWithoutEnd: defineRefusal(
    'DUTIES_WITHOUT_END',
    'Năm thi đua {year} còn nghĩa vụ chưa có kết quả: {open}. Hãy hoàn tất, miễn bằng văn bản hoặc công bố không hoàn thành.',
    'Duties of the cycle {year} have no end yet: {open}. Finish them, exempt the unit by a document, or declare them missed.',
  ),
  dutyNotOverdue: defineRefusal(
    'DUTY_NOT_OVERDUE',
    'Chưa hết hạn {duty}: chỉ công bố không hoàn thành từ ngày {from}.',
    'The deadline for {duty} has not passed: it may be declared missed from {from} on.',
  ),
  dutyNotOwed: defineRefusal(
    'DUTY_NOT_OWED',
    'Có đơn vị không phải {duty} hoặc đã hoàn thành nên không công bố được.',
    'A unit named here does not owe {duty}, or has done it.',
  ),
  dutyUnderWay: defineRefusal(
    'DUTY_UNDER_WAY',
    'Có đơn vị mà hồ sơ về việc {duty} còn đang được giải quyết; hãy giải quyết xong trước.',
    'What a unit named here has sent for {duty} is still under way; settle it first.',
  ),
  dutyMissed: defineRefusal(
    'DUTY_DECLARED_MISSED',
    'Đơn vị đã bị công bố không hoàn thành việc {duty} của năm {year}.',
    'The unit has been declared to have missed {duty} of {year}.',
  ),
  missedAlready: defineRefusal(
    'MISSED_ALREADY',
    'Có đơn vị đã được công bố không hoàn thành việc {duty}.',
    'A unit named here has been declared to have missed {duty} already.',
  ),
  unitTwice: defineRefusal('UNIT_NAMED_TWICE', 'Một đơn vị được nêu hai lần.', 'A unit is named twice.'),
  yearsBeforeClosing: defineRefusal(
    'YEARS_BEFORE_CLOSING',
    'Chưa thể tổng kết: mọi năm của giai đoạn phải được mở, các năm trước đã kết thúc và năm cuối đã khóa sổ. Còn: {years}.',
    'The campaign cannot be closed yet: every year must be opened, the earlier ones closed and the last one frozen. Left: {years}.',
  ),
  cyclesOpen: defineRefusal(
    'CYCLES_STILL_OPEN',
    'Còn năm thi đua chưa kết thúc: {years}.',
    'Cycles are still open: {years}.',
  ),
  deadlineUnsound: defineRefusal(
    'DEADLINE_RULE_UNSOUND',
    'Quy tắc thời hạn “{deadline}” thiếu số ngày, thiếu ngày (MM-DD) và năm, hoặc có ngày nghỉ không đúng (YYYY-MM-DD).',
    'The deadline rule “{deadline}” lacks its days, or its day (MM-DD) and year, or has a holiday that is no date (YYYY-MM-DD).',
  ),
  policyMissing: defineRefusal(
    'POLICY_MISSING',
    'Phong trào chưa có quy chế hoặc thang điểm; hãy ban hành trước khi tiếp tục.',
    'The campaign has no policy or rubric yet; adopt one first.',
  ),
  notExtended: defineRefusal(
    'DEADLINE_NOT_EXTENDED',
    'Hạn mới {before} phải sau hạn cũ {current}.',
    'The new deadline {before} must come after the present one {current}.',
  ),
  rubricSum: defineRefusal(
    'RUBRIC_NOT_100',
    'Tổng điểm của thang điểm là {sum}, phải bằng 100.',
    'The rubric’s points add up to {sum}; they must make 100.',
  ),
  fieldUnknown: defineRefusal(
    'FIELD_UNKNOWN',
    'Phong trào không có lĩnh vực {field}.',
    'The campaign has no field {field}.',
  ),
  documentKnown: defineRefusal(
    'DOCUMENT_ALREADY_IDENTIFIED',
    'Văn bản của phong trào đã có số, ký hiệu. Sai sót phải được đính chính.',
    'The campaign’s document has its number already. A mistake is corrected by an erratum.',
  ),
  formUnequal: defineRefusal(
    'DOCUMENT_FORM_UNEQUAL',
    'Không sửa đổi, thay thế bằng văn bản loại “{type}” được: phải dùng văn bản cùng hình thức ({allowed}).',
    'A document of type “{type}” cannot amend or replace it: use one of equal form ({allowed}).',
  ),
} as const;
