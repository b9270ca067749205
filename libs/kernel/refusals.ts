import { defineRefusal } from './refusal.js';

/** The refusals that the engine itself gives, whatever the lifecycle. */
export const refusals = {
  notCompetent: defineRefusal(
    'NOT_COMPETENT',
    'Ông/bà không có thẩm quyền thực hiện việc “{action}” đối với hồ sơ này. Việc này thuộc: {competent}.',
    'You are not competent to do “{action}” on this dossier. It belongs to: {competent}.',
  ),
  ownUnitDossier: defineRefusal(
    'OWN_UNIT_DOSSIER',
    'Người của đơn vị, kể cả người kiêm nhiệm hoặc được ủy quyền, không được “{action}” đối với hồ sơ của chính đơn vị mình. Đề nghị chuyển người khác xử lý.',
    'Nobody does “{action}” on a dossier of the own unit, be it by a second role or a delegation. Please hand it to somebody else.',
  ),
  powerNotInForceWhenSigned: defineRefusal(
    'POWER_NOT_IN_FORCE_WHEN_SIGNED',
    'Ngày ký văn bản {signedOn} nằm ngoài thời gian ông/bà có thẩm quyền “{action}”. Hãy kiểm tra lại ngày ký hoặc để người có thẩm quyền vào ngày đó thực hiện.',
    'The document was signed on {signedOn}, when you did not hold the power to do “{action}”. Check the date, or leave it to whoever held the power that day.',
  ),
  delegationUnknown: defineRefusal(
    'DELEGATION_NOT_IN_FORCE',
    'Ủy quyền {delegation} không còn hiệu lực hoặc không dành cho ông/bà.',
    'Delegation {delegation} is not in force or is not yours.',
  ),
  dutiesNotSeparated: defineRefusal(
    'DUTIES_NOT_SEPARATED',
    'Người đã thực hiện “{earlier}” trong cùng hồ sơ không được thực hiện “{action}”. Đề nghị chuyển người khác xử lý.',
    'Whoever did “{earlier}” in the same dossier may not do “{action}”. Please hand it to somebody else.',
  ),
  transitionNotAllowed: defineRefusal(
    'TRANSITION_NOT_ALLOWED',
    'Hồ sơ đang ở trạng thái “{state}” nên chưa thể “{action}”. Việc này chỉ thực hiện được khi hồ sơ ở trạng thái: {allowedFrom}.',
    'The dossier is “{state}”, so “{action}” is not possible. It is possible only from: {allowedFrom}.',
  ),
  notFound: defineRefusal(
    'NOT_FOUND',
    'Không có hồ sơ này, hoặc ông/bà không được xem. Hãy kiểm tra lại mã hồ sơ.',
    'There is no such dossier, or you may not see it. Please check its identifier.',
  ),
  revisionConflict: defineRefusal(
    'REVISION_CONFLICT',
    'Hồ sơ đã thay đổi sau khi ông/bà mở: đang ở phiên bản {actual}, không phải {expected}. Hãy tải lại rồi xem xét tiếp.',
    'The dossier has changed since you opened it: it is at revision {actual}, not {expected}. Reload it and decide again.',
  ),
  evidenceStale: defineRefusal(
    'EVIDENCE_STALE',
    'Căn cứ của quyết định đã thay đổi sau khi ông/bà xem. Hãy tải lại hồ sơ, xem lại các căn cứ rồi quyết định.',
    'The evidence has changed since you saw it. Reload the dossier, look at the evidence again, then decide.',
  ),
  tooBusy: defineRefusal(
    'DOSSIER_BUSY',
    'Hồ sơ đang có nhiều người cùng xử lý. Hãy thử lại sau giây lát.',
    'Several people are working on this dossier at once. Please try again in a moment.',
  ),
  paperDiffers: defineRefusal(
    'PAPER_DIFFERS',
    'Văn bản số {number} đã được dẫn với ngày ký khác. Một số, ký hiệu chỉ là một văn bản: hãy kiểm tra lại số hoặc ngày ký.',
    'Document {number} has been cited as signed on another day. One number is one paper: check the number or the date.',
  ),
  paperFileDiffers: defineRefusal(
    'PAPER_FILE_DIFFERS',
    'Văn bản số {number} đã được dẫn với tệp khác. Một số, ký hiệu chỉ là một văn bản: hãy kiểm tra lại số hoặc tệp.',
    'Document {number} has been cited with another file. One number is one paper: check the number or the file.',
  ),
  commandIdReused: defineRefusal(
    'COMMAND_ID_REUSED',
    'Mã lệnh {commandId} đã được dùng cho một nội dung khác. Hãy gửi lại với mã lệnh mới.',
    'Command id {commandId} has been used for something else. Please send again with a new one.',
  ),
  reasonRequired: defineRefusal(
    'REASON_REQUIRED',
    'Phải nêu lý do khi “{action}”.',
    'A reason is required for “{action}”.',
  ),
  documentRequired: defineRefusal(
    'DOCUMENT_REQUIRED',
    'Phải dẫn văn bản (số, ký hiệu, ngày ký) khi “{action}”.',
    'A document (number, symbol, date of signature) is required for “{action}”.',
  ),
  dateInFuture: defineRefusal(
    'DATE_IN_FUTURE',
    'Ngày {date} ở tương lai. Chỉ ghi nhận việc đã xảy ra.',
    'The date {date} is in the future. Only what has happened can be recorded.',
  ),
  dateOutsidePeriod: defineRefusal(
    'DATE_OUTSIDE_CAMPAIGN',
    'Ngày {date} nằm ngoài thời gian của phong trào ({from} – {to}).',
    'The date {date} is outside the campaign’s period ({from} – {to}).',
  ),
  datedBeforeLastAct: defineRefusal(
    'DATED_BEFORE_LAST_ACT',
    'Ngày {date} sớm hơn bước trước đó của hồ sơ ({last}). Việc sau không thể xảy ra trước việc mà nó dựa vào.',
    'The date {date} is earlier than the dossier’s last step ({last}). Nothing happens before what it builds on.',
  ),
  signedBeforeLastStep: defineRefusal(
    'SIGNED_BEFORE_LAST_STEP',
    'Văn bản ký ngày {signedOn}, trước bước mà văn bản trả lời ({last}). Hãy kiểm tra lại ngày ký.',
    'The document was signed on {signedOn}, before the step that it answers ({last}). Please check the date of signature.',
  ),
  effectiveFromNotAccepted: defineRefusal(
    'EFFECTIVE_FROM_NOT_ACCEPTED',
    'Việc “{action}” có hiệu lực từ khi thực hiện, không ghi ngày hiệu lực riêng. Hãy bỏ trống ngày hiệu lực.',
    '“{action}” is true from when it is done and has no date of effect of its own. Leave that date out.',
  ),
  evidenceTooLarge: defineRefusal(
    'EVIDENCE_TOO_LARGE',
    'Căn cứ của việc “{action}” quá nhiều để ghi nhận trong một quyết định. Hãy tách hồ sơ rồi thực hiện từng phần.',
    '“{action}” would rest on more than one decision can record. Split the dossier and decide its parts.',
  ),
  eventTooLarge: defineRefusal(
    'CONTENT_TOO_LARGE',
    'Nội dung gửi lên quá dài để ghi nhận (tối đa 65.535 byte một lần). Hãy lưu nội dung thành tệp và dẫn mã băm của tệp.',
    'The content is too long to be recorded (at most 65,535 bytes at once). Keep it as a file and cite the file’s hash.',
  ),
  personUnknown: defineRefusal(
    'PERSON_UNKNOWN',
    'Không tìm thấy cá nhân có mã {person}. Hãy kiểm tra lại mã, hoặc nhập họ tên và chức vụ.',
    'There is no person {person}. Check the id, or give a name and a position.',
  ),
  campaignUnknown: defineRefusal(
    'CAMPAIGN_NOT_FOUND',
    'Không tìm thấy phong trào {campaign} đang có quy chế hiệu lực.',
    'There is no campaign {campaign} with a policy in force.',
  ),
} as const;
