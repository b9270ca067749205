import { defineRefusal } from '#kernel';

export const evaluationRefusals = {
  registrationNotAccepted: defineRefusal(
    'REGISTRATION_NOT_ACCEPTED',
    'Mô hình này không có đăng ký được chấp nhận trong năm thi đua, nên không thể đánh giá.',
    'The model has no accepted registration in the cycle, so it cannot be evaluated.',
  ),
  registrationDiffers: defineRefusal(
    'REGISTRATION_DIFFERS',
    'Phong trào không khớp với đăng ký, hoặc đơn vị không phải đơn vị đang chủ trì mô hình. Hãy kiểm tra lại.',
    'The campaign does not agree with the registration, or the unit is not the model’s present owner. Please check.',
  ),
  rubricMissing: defineRefusal(
    'CYCLE_WITHOUT_RUBRIC',
    'Năm thi đua {year} chưa có thang điểm.',
    'The cycle {year} has no rubric.',
  ),
  criterionMissing: defineRefusal(
    'CRITERION_NOT_SCORED',
    'Chưa chấm điểm tiêu chí “{name}”. Phải chấm điểm mọi tiêu chí của thang điểm.',
    'Criterion “{name}” has no points. Every criterion of the rubric must be scored.',
  ),
  criterionTwice: defineRefusal(
    'CRITERION_TWICE',
    'Tiêu chí “{name}” được chấm điểm hai lần.',
    'Criterion “{name}” is scored twice.',
  ),
  criterionUnknown: defineRefusal(
    'CRITERION_UNKNOWN',
    'Thang điểm của năm thi đua không có tiêu chí {criterion}.',
    'The cycle’s rubric has no criterion {criterion}.',
  ),
  pointsOutside: defineRefusal(
    'POINTS_OUTSIDE_CRITERION',
    'Điểm của tiêu chí “{name}” phải là số nguyên từ 0 đến {most}.',
    'The points for “{name}” must be a whole number from 0 to {most}.',
  ),
  selfEvaluationAwaited: defineRefusal(
    'SELF_EVALUATION_AWAITED',
    'Đơn vị còn hạn tự đánh giá đến trước {dueAt}. Chỉ thành lập tổ thẩm định khi đơn vị đã tự đánh giá hoặc đã hết hạn.',
    'The unit may evaluate itself until {dueAt}. The panel is appointed after that, or once it has.',
  ),
  selfEvaluationIn: defineRefusal(
    'SELF_EVALUATION_ALREADY_SUBMITTED',
    'Đơn vị đã gửi tự đánh giá. Muốn sửa, hãy rút bản tự đánh giá về trước khi thành lập tổ thẩm định.',
    'The unit has evaluated itself already. To change it, withdraw it before the panel is appointed.',
  ),
  panelTooSmall: defineRefusal(
    'PANEL_TOO_SMALL',
    'Tổ thẩm định có {members} thành viên đủ điều kiện, phải có ít nhất {minimum}.',
    'The panel has {members} members able to score; at least {minimum} are needed.',
  ),
  memberTwice: defineRefusal(
    'PANELIST_TWICE',
    'Mỗi người chỉ được giữ một vị trí trong tổ thẩm định.',
    'Each person has one seat on the panel at most.',
  ),
  leadNotOne: defineRefusal(
    'PANEL_LEAD_NOT_ONE',
    'Tổ thẩm định phải có đúng một tổ trưởng; hiện có {leads}.',
    'The panel must have exactly one lead; it has {leads}.',
  ),
  notPanelist: defineRefusal(
    'NOT_A_PANELIST',
    'Người được chọn không giữ vai trò thành viên tổ thẩm định còn hiệu lực.',
    'The person chosen does not hold the role of panel member.',
  ),
  memberConflicted: defineRefusal(
    'PANELIST_IN_CONFLICT',
    'Người này không được thẩm định mô hình vì có xung đột lợi ích: {because}. Hãy chọn người khác.',
    'This person may not appraise the model because of a conflict: {because}. Please choose another.',
  ),
  leadNotFromOffice: defineRefusal(
    'PANEL_LEAD_NOT_FROM_OFFICE',
    'Mô hình của chính đơn vị chủ trì phong trào phải do tổ thẩm định có tổ trưởng thuộc đơn vị phối hợp (Văn phòng UBND) chấm.',
    'A model of the campaign’s own lead unit is appraised by a panel led from the coordinating unit.',
  ),
  notMember: defineRefusal(
    'NOT_ON_THE_PANEL',
    'Ông/bà không phải thành viên của tổ thẩm định này.',
    'You are not on this panel.',
  ),
  seatUnknown: defineRefusal(
    'PANEL_SEAT_NOT_FOUND',
    'Tổ thẩm định không có thành viên này, hoặc vị trí trong tổ thẩm định đã có người thay.',
    'There is no such member on the panel, or the seat has been taken over.',
  ),
  recusedFromScoring: defineRefusal(
    'RECUSED_FROM_SCORING',
    'Người đã rút khỏi tổ thẩm định không được chấm điểm.',
    'Somebody who has been recused does not score.',
  ),
  hasScored: defineRefusal(
    'PANELIST_HAS_SCORED',
    'Thành viên này đã nộp phiếu điểm. Chỉ thay người đã từ chối tham gia, vắng mặt, có xung đột lợi ích hoặc không còn được làm tổ trưởng.',
    'This member has scored. Only members who are recused, absent, in conflict or no longer able to lead are replaced.',
  ),
  alreadyScored: defineRefusal(
    'SCORE_ALREADY_SUBMITTED',
    'Ông/bà đã nộp phiếu điểm. Muốn chấm lại, hãy rút phiếu trước.',
    'You have submitted a score. Withdraw it first to score again.',
  ),
  noScore: defineRefusal(
    'NO_SCORE_TO_WITHDRAW',
    'Ông/bà chưa nộp phiếu điểm nào trong lần chấm này.',
    'You have no score in this round to withdraw.',
  ),
  scoresMissing: defineRefusal(
    'SCORES_MISSING',
    'Còn {missing} thành viên chưa nộp phiếu điểm.',
    '{missing} members have not scored yet.',
  ),
  adjustmentUnfounded: defineRefusal(
    'ADJUSTMENT_WITHOUT_SCORE',
    'Chỉ điều chỉnh được điểm của thành viên đã chấm, mỗi tiêu chí một lần.',
    'Only points given by a member who has scored are adjusted, each once.',
  ),
  adjustmentsEmpty: defineRefusal('NOTHING_ADJUSTED', 'Chưa có điểm nào được điều chỉnh.', 'Nothing is adjusted.'),
  objectionTooLate: defineRefusal(
    'OBJECTION_TOO_LATE',
    'Đã hết hạn đề nghị xem xét lại kết quả: phải gửi trước {before}.',
    'The time for objections has passed: they were due before {before}.',
  ),
  objectionAnswered: defineRefusal(
    'OBJECTION_ALREADY_ANSWERED',
    'Đề nghị xem xét lại kết quả này đã được trả lời; mỗi kết quả chỉ được đề nghị xem xét lại một lần.',
    'An objection to this result has been answered; each result can be objected to once.',
  ),
  notMoved: defineRefusal(
    'MODEL_NOT_MOVED',
    'Mô hình vẫn thuộc đơn vị đang ghi trong hồ sơ đánh giá.',
    'The model still belongs to the unit that the evaluation names.',
  ),
  conflictedUnknown: defineRefusal(
    'CONFLICTED_NOT_ON_PANEL',
    'Người được nêu có xung đột lợi ích không có trong tổ thẩm định.',
    'The person named as conflicted is not on the panel.',
  ),
} as const;
