import { by } from '#identity';
import { derivedId, lifecycle, text } from '#kernel';
import type { CampaignPolicy } from '#lifecycles/campaign';
import { unitIsActive } from '#lifecycles/unit';
import type { CommendationCommand } from './commands.js';
import { appraiseDossier, deemOpinionGiven, placeHold, receiveDossier, recordCouncilVote, recordOpinion, releaseHold, requestOpinion, returnDossier, submitForDecision } from './decide-appraisal.js';
import { amendDecision, cancelCommendation, conferAward, declareUnrecoverable, issueErratum, publishDecision, recordAwardMoney, recoverAwardObject } from './decide-award.js';
import { decideAtUnit, decideCommendation, enterDecision } from './decide-decision.js';
import { prepareDossier, resubmitDossier, reviseDossier, submitDossier, withdrawDossier } from './decide-proposal.js';
import type { CommendationEvent } from './events.js';
import { achievementsAreFree, councilAgreed, forProposingUnit, itemsAreEligible, modelsAreEffective, modelsAreOwn, notOwnDossier, ofIssuer, opinionsAreOverdue, recoveryIsDue, someAwardStands, unitMayGrant } from './guards.js';
import { allModels, bodies, deciders, evaluations, heldRecipients, models, newCampaign, newModels, newUnit, taken, unit } from './reads.js';
import { commendationFold, isRestrictedDossier, type CommendationState, type DossierFacts } from './state.js';

/** Home Affairs' officials, and the office that stands in where the dossier is Home Affairs' own. */
const officer = [by.officer, by.officeForLead];
const leader = [by.leader, by.officeForLead];
const anyOfficial = [by.officer, by.leader, by.officeForLead];

const proposers = ['PrepareDossier', 'ReviseDossier', 'SubmitDossier', 'ResubmitDossier'];
const handlers = [...proposers, 'ReceiveDossier', 'ReturnDossier', 'AppraiseDossier', 'RequestOpinion', 'RecordOpinion', 'RecordCouncilVote', 'SubmitForDecision'];

/** The proposing unit and every unit that is to receive: their people keep out of an official's part. */
const concernedIn = ({ unit: proposing, items }: DossierFacts): readonly string[] => [
  ...new Set([proposing, ...items.flatMap(({ recipient }) => recipient.collective?.unit ?? [])]),
];

/** Under way with the authorities. */
const underWay = ['submitted', 'received', 'appraised', 'opinionRequested', 'councilReviewed', 'submittedForDecision'] as const;
/** A hold reaches a dossier that never leaves its unit, too: a Giấy khen may be decided there. */
const mayBeHeld = ['prepared', 'returned', 'returnedByDecider', ...underWay] as const;
/** Awards may stand in any of these: a part of a dossier can be decided while the rest goes on. */
const mayHoldAwards = ['decided', 'returnedByDecider', 'returned', ...underWay] as const;
const awardLaw = { legalBasis: ['Luật Thi đua, khen thưởng 2022 Điều 79, 80'] };
const cancellationLaw = { legalBasis: ['Luật Thi đua, khen thưởng 2022 Điều 93'] };
const documentLaw = { legalBasis: ['NĐ 30/2020/NĐ-CP Điều 18'] };

/** A dossier of proposed commendations: prepared, judged, decided item by item; then the life of what was granted. */
export const commendationLifecycle = lifecycle<CommendationState, CommendationCommand, CommendationEvent, CampaignPolicy>()(
  {
    fold: commendationFold,
    label: text('Hồ sơ khen thưởng', 'Commendation'),
    states: {
      none: text('Chưa có', 'None'),
      prepared: text('Đang lập', 'Prepared'),
      submitted: text('Đã trình', 'Submitted'),
      received: text('Đã tiếp nhận', 'Received'),
      returned: text('Bị trả lại', 'Returned'),
      appraised: text('Đã thẩm định', 'Appraised'),
      opinionRequested: text('Đang lấy ý kiến hiệp y', 'Opinion requested'),
      councilReviewed: text('Hội đồng đã bỏ phiếu', 'Reviewed by the council'),
      submittedForDecision: text('Đã trình cấp có thẩm quyền quyết định', 'Submitted for decision'),
      returnedByDecider: text('Cấp có thẩm quyền trả lại', 'Returned by the decider'),
      decided: text('Đã quyết định', 'Decided'),
      withdrawn: text('Đã rút', 'Withdrawn'),
    },
    identify: (command, commandId) => ('id' in command ? command.id : derivedId('commendation', commandId)),
    unitOf: (state, command) => (state.status !== 'none' ? concernedIn(state) : command?.type === 'PrepareDossier' ? command.unit : undefined),
    campaignOf: (state, command) => (state.status !== 'none' ? state.campaign : command?.type === 'PrepareDossier' ? command.campaign : undefined),
    classify: (state) => (state.status !== 'none' && isRestrictedDossier(state) ? 'RESTRICTED' : undefined),
  },
  (on) => ({
    PrepareDossier: on({
      label: text('Lập hồ sơ đề nghị khen thưởng', 'Prepare a dossier'),
      from: ['none'], to: ['prepared'], by: [by.unitClerk, by.unitHead],
      reads: { campaign: newCampaign, unit: newUnit, models: newModels }, guards: [unitIsActive], decide: prepareDossier,
    }),
    ReviseDossier: on({
      label: text('Sửa hồ sơ đề nghị', 'Revise the dossier'),
      from: ['prepared', 'returned', 'returnedByDecider'], to: ['prepared', 'returned', 'returnedByDecider'], by: [by.unitClerk, by.unitHead],
      reads: { models: newModels }, guards: [forProposingUnit, notOwnDossier], decide: reviseDossier,
    }),
    SubmitDossier: on({
      label: text('Trình hồ sơ', 'Submit the dossier'),
      from: ['prepared'], to: ['submitted'], by: [by.unitHead], decision: {}, awaited: true,
      reads: { unit, models, evaluations, taken }, guards: [forProposingUnit, unitIsActive, notOwnDossier, modelsAreOwn, modelsAreEffective, achievementsAreFree], decide: submitDossier,
    }),
    ResubmitDossier: on({
      label: text('Trình lại hồ sơ', 'Resubmit the dossier'),
      from: ['returned', 'returnedByDecider'], to: ['submitted'], by: [by.unitHead], decision: {}, awaited: true, deadline: 'dossierReceipt',
      reads: { unit, models, evaluations, taken }, guards: [forProposingUnit, unitIsActive, notOwnDossier, modelsAreOwn, modelsAreEffective, achievementsAreFree], decide: resubmitDossier,
    }),
    WithdrawDossier: on({
      label: text('Rút hồ sơ', 'Withdraw the dossier'),
      from: ['prepared', 'returned', 'returnedByDecider', ...underWay], to: ['withdrawn', 'decided'], by: [by.unitHead],
      decision: { needs: ['reason'] }, guards: [forProposingUnit], decide: withdrawDossier,
    }),
    ReceiveDossier: on({
      label: text('Tiếp nhận hồ sơ', 'Receive the dossier'),
      from: ['submitted'], to: ['received'], by: officer, apartFrom: proposers, decision: {}, awaited: true, deadline: 'dossierReceipt',
      guards: [notOwnDossier], decide: receiveDossier,
    }),
    ReturnDossier: on({
      label: text('Trả lại hồ sơ', 'Return the dossier'),
      from: ['submitted', 'received', 'appraised', 'councilReviewed'], to: ['returned'], by: officer, apartFrom: proposers, decision: { needs: ['reason'] },
      guards: [notOwnDossier], decide: returnDossier,
    }),
    AppraiseDossier: on({
      label: text('Thẩm định hồ sơ', 'Appraise the dossier'),
      from: ['received'], to: ['appraised'], by: officer, apartFrom: proposers, decision: {}, awaited: true, deadline: 'appraisal',
      reads: { evaluations }, guards: [notOwnDossier, modelsAreEffective], decide: appraiseDossier,
    }),
    PlaceHold: on({
      label: text('Tạm dừng xét khen thưởng', 'Place a hold'),
      from: mayBeHeld, to: mayBeHeld, by: anyOfficial, apartFrom: proposers,
      decision: { needs: ['reason', 'document'], legalBasis: ['NĐ 152/2025/NĐ-CP'] }, guards: [notOwnDossier], decide: placeHold,
    }),
    ReleaseHold: on({
      label: text('Tiếp tục xét khen thưởng', 'Release a hold'),
      from: mayBeHeld, to: mayBeHeld, by: anyOfficial, apartFrom: proposers,
      decision: { needs: ['reason', 'document'], legalBasis: ['NĐ 152/2025/NĐ-CP'] }, guards: [notOwnDossier], decide: releaseHold,
    }),
    RequestOpinion: on({
      label: text('Lấy ý kiến hiệp y', 'Request an opinion'),
      from: ['appraised'], to: ['opinionRequested'], by: officer, apartFrom: proposers, decision: { needs: ['document'] },
      reads: { bodies }, guards: [notOwnDossier], decide: requestOpinion,
    }),
    RecordOpinion: on({
      label: text('Ghi nhận ý kiến hiệp y', 'Record an opinion'),
      from: ['opinionRequested'], to: ['opinionRequested', 'appraised'], by: officer, apartFrom: proposers, decision: { needs: ['document'] },
      awaited: true, deadline: 'opinion', guards: [notOwnDossier], decide: recordOpinion,
    }),
    DeemOpinionGiven: on({
      label: text('Coi như không có ý kiến khác', 'Deem the opinion given'),
      from: ['opinionRequested'], to: ['appraised'], by: [by.system, ...officer], apartFrom: proposers, decision: {},
      guards: [notOwnDossier, opinionsAreOverdue], decide: deemOpinionGiven,
    }),
    RecordCouncilVote: on({
      label: text('Ghi nhận kết quả bỏ phiếu của Hội đồng', 'Record the council’s vote'),
      from: ['appraised'], to: ['councilReviewed'], by: [by.councilSecretary, by.officeForLead], apartFrom: [...proposers, 'AppraiseDossier'],
      decision: { needs: ['document'] }, awaited: true, deadline: 'councilVote', guards: [notOwnDossier], decide: recordCouncilVote,
    }),
    SubmitForDecision: on({
      label: text('Trình cấp có thẩm quyền quyết định', 'Submit for decision'),
      from: ['appraised', 'councilReviewed'], to: ['submittedForDecision'], by: leader, apartFrom: [...proposers, 'AppraiseDossier'],
      decision: { needs: ['document'] }, awaited: true, deadline: 'submission',
      reads: { evaluations }, guards: [notOwnDossier, itemsAreEligible, councilAgreed, modelsAreEffective], decide: submitForDecision,
    }),
    DecideCommendation: on({
      label: text('Quyết định khen thưởng', 'Decide'),
      from: ['submittedForDecision'], to: ['decided', 'returnedByDecider'], by: [by.decider], apartFrom: handlers,
      decision: { needs: ['document'], signedByActor: true, ...awardLaw }, awaited: true, deadline: 'decision',
      reads: { evaluations, taken, holds: heldRecipients, deciders }, guards: [notOwnDossier], decide: decideCommendation,
    }),
    EnterDecision: on({
      label: text('Nhập quyết định của Chủ tịch UBND thành phố', 'Enter the city’s decision'),
      from: ['submittedForDecision'], to: ['decided', 'returnedByDecider'], by: anyOfficial, apartFrom: [...proposers, 'AppraiseDossier', 'SubmitForDecision'],
      decision: { needs: ['document'], ...awardLaw }, reads: { taken, holds: heldRecipients, deciders }, guards: [notOwnDossier], decide: enterDecision,
    }),
    DecideAtUnit: on({
      label: text('Đơn vị quyết định tặng Giấy khen', 'Decide at the unit'),
      from: ['prepared'], to: ['decided'], by: [by.unitHead], apartFrom: ['PrepareDossier', 'ReviseDossier'], decision: { needs: ['document'], signedByActor: true, ...awardLaw },
      reads: { unit, models, evaluations, taken, holds: heldRecipients },
      guards: [forProposingUnit, unitIsActive, unitMayGrant, notOwnDossier, modelsAreOwn, modelsAreEffective, achievementsAreFree], decide: decideAtUnit,
    }),
    ConferAward: on({
      label: text('Trao tặng khen thưởng', 'Confer the award'),
      from: mayHoldAwards, to: mayHoldAwards, by: [...anyOfficial, by.office, by.unitHead], guards: [forProposingUnit, someAwardStands], decide: conferAward,
    }),
    RecordAwardMoney: on({
      label: text('Ghi nhận chi tiền thưởng', 'Record award money'),
      from: mayHoldAwards, to: mayHoldAwards, by: [...anyOfficial, by.unitHead], decision: { needs: ['document'] },
      guards: [forProposingUnit, notOwnDossier, someAwardStands], decide: recordAwardMoney,
    }),
    PublishDecision: on({
      label: text('Công bố quyết định khen thưởng', 'Publish the decision'),
      from: mayHoldAwards, to: mayHoldAwards, by: [by.office, by.leader], decision: {},
      reads: { models: allModels }, guards: [someAwardStands], decide: publishDecision,
    }),
    IssueErratum: on({
      label: text('Đính chính quyết định', 'Issue an erratum'),
      from: mayHoldAwards, to: mayHoldAwards, by: [by.decider, by.office, by.unitHead], decision: { needs: ['document'], ...documentLaw },
      guards: [forProposingUnit, someAwardStands, ofIssuer], decide: issueErratum,
    }),
    AmendDecision: on({
      label: text('Sửa đổi quyết định', 'Amend the decision'),
      from: mayHoldAwards, to: mayHoldAwards, by: [by.decider, by.unitHead], decision: { needs: ['reason', 'document'], ...documentLaw },
      guards: [forProposingUnit, notOwnDossier, someAwardStands], decide: amendDecision,
    }),
    CancelCommendation: on({
      label: text('Hủy bỏ quyết định khen thưởng', 'Cancel the commendation'),
      from: mayHoldAwards, to: mayHoldAwards, by: [by.decider, by.unitHead], decision: { needs: ['reason', 'document'], ...cancellationLaw },
      guards: [forProposingUnit, notOwnDossier, someAwardStands], decide: cancelCommendation,
    }),
    RecoverAwardObject: on({
      label: text('Ghi nhận thu hồi hiện vật, tiền thưởng', 'Recover the award’s object'),
      from: mayHoldAwards, to: mayHoldAwards, by: [...anyOfficial, by.unitHead], decision: { needs: ['document'], ...cancellationLaw },
      guards: [forProposingUnit, notOwnDossier, recoveryIsDue], decide: recoverAwardObject,
    }),
    DeclareObjectUnrecoverable: on({
      label: text('Kết luận không thể thu hồi', 'Declare the object unrecoverable'),
      from: mayHoldAwards, to: mayHoldAwards, by: anyOfficial, decision: { needs: ['reason', 'document'], ...cancellationLaw },
      guards: [notOwnDossier, recoveryIsDue], decide: declareUnrecoverable,
    }),
  }),
);
