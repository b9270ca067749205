import { by } from '#identity';
import { breaking, derivedId, exclusive, lifecycle, text, type Competence } from '#kernel';
import { asSet, cycleIsNotClosed, type CampaignPolicy } from '#lifecycles/campaign';
import { registrationId } from '#lifecycles/registration';
import type { EvaluationCommand } from './commands.js';
import {
  cancelEvaluation,
  dismissObjection,
  lodgeObjection,
  planEvaluation,
  recordSiteVisit,
  reopenEvaluation,
  returnSelfEvaluation,
  submitSelfEvaluation,
  transferEvaluation,
  upholdObjection,
  withdrawSelfEvaluation,
} from './decide.js';
import { appointPanel, declareRecusal, openPanel, replacePanelist } from './decide-panel.js';
import { concludeEvaluation, moderateScores, submitScore, withdrawScore } from './decide-score.js';
import { appointing, concluding, objecting, scoring, selfEvaluating } from './deadlines.js';
import type { EvaluationEvent } from './events.js';
import { adjustmentsAreFounded, pointsFollowRubric, visitHasHappened } from './content-guards.js';
import {
  agreesWithRegistration,
  allHaveScored,
  cycleHasRubric,
  modelHasMoved,
  objectionIsOpen,
  panelIsLargeEnough,
  registeredCycleIsNotClosed,
  registrationStands,
  selfEvaluationIsIn,
  selfEvaluationIsOpen,
} from './guards.js';
import {
  conflictedSatOnPanel,
  hasNotScored,
  hasScored,
  panelHasLead,
  scorerIsFree,
  sitsOnPanel,
  visitsOwnCase,
} from './panel-guards.js';
import * as read from './reads.js';
import { resting } from './reliance.js';
import { membersMaySit, panelIsWellFormed, seatMayBeFreed, successorMaySit } from './seats.js';
import { evaluationFold, type EvaluationState } from './state.js';

/** One evaluation for each registration, however often its panel scores: the identity follows from it. */
export const evaluationId = (registration: string): string => derivedId('evaluation', registration);

/** The parts of those whose own work is judged. Rows that name them read the registration. */
const OWN_WORK = [
  'SubmitSelfEvaluation',
  'registration.RegisterModel',
  'registration.ContinueModel',
  'registration.SubmitRegistration',
];
/** The parts of those who had a hand in a result. */
const RESULT = ['SubmitScore', 'ModerateScores', 'ConcludeEvaluation'];

/** Even when the panel member's own unit has become the owner: that is when to step aside. */
const panelistAnywhere: Competence = { ...by.panelist, over: 'anyUnit' };

/** What is declared of a model rests on its verdicts. */
const verdictOfModel = exclusive('verdicts', (state: Exclude<EvaluationState, { status: 'none' }>) => [state.model]);

const running = ['planned', 'selfEvaluated', 'panelAppointed', 'scoring', 'moderated', 'reopened'] as const;
const seated = ['panelAppointed', 'scoring', 'moderated', 'reopened'] as const;
const reseated = ['panelAppointed', 'scoring', 'reopened'] as const;
const visited = ['selfEvaluated', 'panelAppointed', 'scoring', 'moderated', 'reopened'] as const;
const owned = [...running, 'concluded', 'objected'] as const;

/** The scored outcome of a model in a cycle: self-evaluation, a panel without ties to the model, a result, objection and review. */
export const evaluationLifecycle = lifecycle<EvaluationState, EvaluationCommand, EvaluationEvent, CampaignPolicy>()(
  {
    fold: evaluationFold,
    label: text('Đánh giá mô hình', 'Evaluation'),
    states: {
      none: text('Chưa có', 'None'),
      planned: text('Chờ tự đánh giá', 'Planned'),
      selfEvaluated: text('Đã tự đánh giá', 'Self-evaluated'),
      panelAppointed: text('Đã thành lập tổ thẩm định', 'Panel appointed'),
      scoring: text('Đang chấm điểm', 'Scoring'),
      moderated: text('Đã rà soát điểm', 'Moderated'),
      concluded: text('Đã kết luận', 'Concluded'),
      objected: text('Có đề nghị xem xét lại', 'Objected'),
      reopened: text('Đánh giá lại', 'Reopened'),
      cancelled: text('Đã hủy', 'Cancelled'),
    },
    identify: (command) => ('id' in command ? command.id : evaluationId(registrationId(command.model, command.year))),
    unitOf: read.unitIn,
    campaignOf: read.campaignIn,
    classify: (state) => (state.status !== 'none' && state.restricted ? 'RESTRICTED' : undefined),
  },
  (on) => ({
    PlanEvaluation: on({
      label: text('Lập kế hoạch đánh giá', 'Plan the evaluation'),
      from: ['none', 'cancelled'],
      to: ['planned'],
      by: [by.officer, by.officeForLead],
      reads: { campaign: read.campaign, registration: read.registration, model: read.model },
      guards: [registrationStands, registeredCycleIsNotClosed, cycleHasRubric, agreesWithRegistration],
      decide: planEvaluation,
    }),
    SubmitSelfEvaluation: on({
      label: text('Gửi tự đánh giá', 'Submit the self-evaluation'),
      from: ['planned', 'panelAppointed', 'reopened'],
      to: ['selfEvaluated', 'panelAppointed', 'reopened'],
      by: [by.unitHead],
      awaited: true,
      deadline: selfEvaluating,
      buildsOn: ['PlanEvaluation', 'ReturnSelfEvaluation', 'WithdrawSelfEvaluation'],
      guards: [selfEvaluationIsOpen, pointsFollowRubric],
      decide: submitSelfEvaluation,
    }),
    ReturnSelfEvaluation: on({
      label: text('Trả lại tự đánh giá', 'Return the self-evaluation'),
      from: ['selfEvaluated'],
      to: ['planned'],
      by: [by.officer, by.officeForLead],
      decision: { needs: ['reason'] },
      apartFrom: OWN_WORK,
      reads: { registration: read.registration },
      decide: returnSelfEvaluation,
    }),
    WithdrawSelfEvaluation: on({
      label: text('Rút tự đánh giá về để sửa', 'Withdraw the self-evaluation'),
      from: ['selfEvaluated'],
      to: ['planned'],
      by: [by.unitHead],
      decision: { needs: ['reason'] },
      decide: withdrawSelfEvaluation,
    }),
    AppointPanel: on({
      label: text('Thành lập tổ thẩm định', 'Appoint the panel'),
      from: ['planned', 'selfEvaluated', 'panelAppointed', 'reopened'],
      to: ['panelAppointed'],
      by: [by.leader, by.officeForLead],
      decision: {},
      awaited: true,
      deadline: appointing,
      apartFrom: OWN_WORK,
      reads: { ...read.surroundings, campaign: read.campaign, members: read.appointed },
      guards: [selfEvaluationIsIn, registrationStands, panelIsWellFormed, membersMaySit],
      decide: appointPanel,
    }),
    OpenPanel: on({
      label: text('Bắt đầu chấm điểm', 'Open the panel'),
      from: ['panelAppointed', 'reopened'],
      to: ['scoring'],
      by: [by.officer, by.leader, by.officeForLead],
      awaited: true,
      deadline: 'none',
      reads: { campaign: read.campaign },
      guards: [panelHasLead, panelIsLargeEnough],
      decide: openPanel,
    }),
    DeclareRecusal: on({
      label: text('Từ chối tham gia thẩm định do xung đột lợi ích', 'Declare a recusal'),
      from: seated,
      to: reseated,
      by: [panelistAnywhere],
      decision: { needs: ['reason'] },
      buildsOn: ['AppointPanel'],
      guards: [sitsOnPanel],
      decide: declareRecusal,
    }),
    ReplacePanelist: on({
      label: text('Thay thành viên tổ thẩm định', 'Replace a panel member'),
      from: seated,
      to: reseated,
      by: [by.leader, by.officeForLead],
      decision: { needs: ['reason'] },
      reads: { ...read.surroundings, campaign: read.campaign, members: read.replacement },
      buildsOn: [
        'AppointPanel',
        'OpenPanel',
        'DeclareRecusal',
        'ReplacePanelist',
        'UpholdObjection',
        'ReopenEvaluation',
      ],
      guards: [seatMayBeFreed, successorMaySit],
      decide: replacePanelist,
    }),
    SubmitScore: on({
      label: text('Nộp phiếu điểm', 'Submit a score'),
      from: ['scoring'],
      to: ['scoring'],
      by: [by.panelist],
      apartFrom: OWN_WORK,
      awaited: true,
      deadline: scoring,
      reads: { ...read.surroundings, members: read.sitting },
      buildsOn: ['OpenPanel'],
      guards: [sitsOnPanel, hasNotScored, scorerIsFree, pointsFollowRubric],
      decide: submitScore,
    }),
    WithdrawScore: on({
      label: text('Rút phiếu điểm', 'Withdraw a score'),
      from: ['scoring', 'moderated'],
      to: ['scoring'],
      by: [by.panelist],
      buildsOn: ['OpenPanel'],
      guards: [sitsOnPanel, hasScored],
      decide: withdrawScore,
    }),
    RecordSiteVisit: on({
      label: text('Ghi nhận kiểm tra thực tế', 'Record a site visit'),
      from: visited,
      to: visited,
      by: [by.officer, by.officeForLead, by.panelist],
      buildsOn: ['PlanEvaluation'],
      guards: [visitsOwnCase, visitHasHappened],
      decide: recordSiteVisit,
    }),
    ModerateScores: on({
      label: text('Rà soát, điều chỉnh điểm', 'Moderate the scores'),
      from: ['scoring', 'moderated'],
      to: ['moderated'],
      by: [by.officer, by.leader, by.officeForLead],
      decision: { needs: ['reason'] },
      apartFrom: [...OWN_WORK, 'SubmitScore'],
      reads: { campaign: read.campaign, registration: read.registration },
      guards: [allHaveScored, panelHasLead, adjustmentsAreFounded],
      decide: moderateScores,
    }),
    ConcludeEvaluation: on({
      label: text('Kết luận đánh giá', 'Conclude the evaluation'),
      from: ['scoring', 'moderated'],
      to: ['concluded'],
      by: [by.leader, by.officeForLead],
      awaited: true,
      deadline: concluding,
      decision: { legalBasis: ['Luật Thi đua, khen thưởng số 06/2022/QH15', 'Kế hoạch và quy chế của phong trào'] },
      apartFrom: [...OWN_WORK, 'SubmitScore', 'ModerateScores'],
      reads: { campaign: read.campaign, registration: read.registration, model: read.model },
      guards: [cycleIsNotClosed, registrationStands, allHaveScored, panelHasLead, panelIsLargeEnough],
      decide: concludeEvaluation,
    }),
    LodgeObjection: on({
      label: text('Đề nghị xem xét lại kết quả', 'Lodge an objection'),
      from: ['concluded'],
      to: ['objected'],
      by: [by.unitHead],
      deadline: objecting,
      decision: { needs: ['reason'] },
      reads: { campaign: read.campaign },
      fences: [breaking('evaluation'), verdictOfModel],
      guards: [cycleIsNotClosed, objectionIsOpen],
      decide: lodgeObjection,
    }),
    DismissObjection: on({
      label: text('Không chấp nhận đề nghị xem xét lại', 'Dismiss the objection'),
      from: ['objected'],
      to: ['concluded'],
      by: [by.leader, by.officeForLead],
      decision: { needs: ['reason'] },
      awaited: true,
      deadline: asSet('objectionAnswer'),
      apartFrom: [...RESULT, ...OWN_WORK, 'LodgeObjection'],
      reads: { campaign: read.campaign, registration: read.registration },
      guards: [cycleIsNotClosed],
      decide: dismissObjection,
    }),
    UpholdObjection: on({
      label: text('Chấp nhận đề nghị xem xét lại', 'Uphold the objection'),
      from: ['objected'],
      to: ['reopened'],
      by: [by.leader, by.officeForLead],
      decision: { needs: ['reason'] },
      awaited: true,
      deadline: asSet('objectionAnswer'),
      apartFrom: [...RESULT, ...OWN_WORK, 'LodgeObjection'],
      reads: { campaign: read.campaign, registration: read.registration, ...resting },
      fences: [breaking('evaluation'), verdictOfModel],
      guards: [cycleIsNotClosed],
      decide: upholdObjection,
    }),
    ReopenEvaluation: on({
      label: text('Đánh giá lại', 'Reopen the evaluation'),
      from: ['concluded'],
      to: ['reopened'],
      by: [by.leader, by.officeForLead],
      decision: { needs: ['reason'] },
      apartFrom: ['SubmitSelfEvaluation', 'SubmitScore'],
      reads: { campaign: read.campaign, ...resting },
      fences: [breaking('evaluation'), verdictOfModel],
      guards: [cycleIsNotClosed, conflictedSatOnPanel],
      decide: reopenEvaluation,
    }),
    CancelEvaluation: on({
      label: text('Hủy đánh giá', 'Cancel the evaluation'),
      from: running,
      to: ['cancelled'],
      by: [by.leader, by.officeForLead],
      decision: { needs: ['reason'] },
      reads: { campaign: read.campaign },
      fences: [breaking('evaluation'), verdictOfModel],
      guards: [cycleIsNotClosed],
      decide: cancelEvaluation,
    }),
    TransferEvaluation: on({
      label: text('Chuyển hồ sơ đánh giá sang đơn vị mới', 'Transfer the evaluation'),
      from: owned,
      to: owned,
      by: [by.system, by.officer, by.officeForLead],
      reads: { model: read.model },
      buildsOn: ['PlanEvaluation'],
      guards: [modelHasMoved],
      decide: transferEvaluation,
    }),
  }),
);
