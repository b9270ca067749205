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
