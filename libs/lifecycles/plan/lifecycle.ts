import { by } from '#identity';
import { derivedId, lifecycle, reading, readingMany, text } from '#kernel';
import {
  asSet,
  cycleIsNotClosed,
  cycleIsNotClosedWhere,
  cycleIsOpen,
  readingCycle,
  sendingIsOpen,
  yearIsOpen,
  type CampaignPolicy,
} from '#lifecycles/campaign';
import { unitFold, unitIsActive, unitIsObligated } from '#lifecycles/unit';
import type { DraftPlan, PlanCommand, WithContent } from './commands.js';
import {
  acceptPlan,
  amendPlan,
  draftPlan,
  issueErratum,
  issuePlan,
  receivePlan,
  replacePlan,
  returnPlan,
  revisePlan,
  submitPlan,
  withdrawPlan,
} from './decide.js';
import {
  fieldsAreKnown,
  formIsEqual,
  hostFitsMode,
  newContentIsComplete,
  newHostInForce,
  othersCoordinate,
  tasksFallInPeriod,
} from './content-guards.js';
import { sending } from './deadlines.js';
import type { PlanEvent } from './events.js';
import { hostDocumentInForce, planIsComplete } from './guards.js';
import { isSentAgain, planFold, type ExistingPlan, type PlanState } from './state.js';

/** One plan for each unit and year: the identity follows from them. */
export const planId = (campaign: string, unit: string, year: number): string => derivedId('plan', campaign, unit, year);

const unitIn = (state: PlanState, command: PlanCommand | undefined): string | undefined =>
  state.status === 'none' ? (command?.type === 'DraftPlan' ? command.unit : undefined) : state.unit;
const campaignIn = (state: PlanState, command: PlanCommand | undefined): string | undefined =>
  state.status === 'none' ? (command?.type === 'DraftPlan' ? command.campaign : undefined) : state.campaign;

const yearIn = (state: PlanState, command: PlanCommand | undefined): number | undefined =>
  state.status === 'none' ? (command?.type === 'DraftPlan' ? command.year : undefined) : state.year;

const campaign = readingCycle(campaignIn, yearIn);
const unit = reading(unitFold, unitIn);
const newCampaign = readingCycle(
  (state: PlanState, command?: DraftPlan) => campaignIn(state, command),
  (_state, command) => command?.year,
);
const newUnit = reading(unitFold, (state: PlanState, command?: DraftPlan) => unitIn(state, command));
/** The units that new content names as taking part. */
const coordination = readingMany(
  unitFold,
  (_state: PlanState, command?: WithContent) => command?.content.coordination ?? [],
);

/** A plan is first sent while its year is open; what came back may still be issued and sent again. */
const sendingIsInTime = sendingIsOpen('PLAN', isSentAgain);

/** A plan that T-1 has counted is not taken back once its year is closed. */
const takingBack = cycleIsNotClosedWhere(({ issued, received }: ExistingPlan) => issued && received);

/** Whoever had a hand in the plan on the unit's side has none in judging it. */
const UNIT_SIDE = ['DraftPlan', 'RevisePlan', 'IssuePlan', 'SubmitPlan', 'AmendPlan', 'ReplacePlan'] as const;

/** What the review builds on: errata are issued beside it, and neither waits for the other. */
const REVIEW = [...UNIT_SIDE, 'ReceivePlan', 'ReturnPlan', 'AcceptPlan', 'WithdrawPlan'] as const;

/** What any content is held against, and what may take the place of an issued plan beside. */
const soundContent = [hostFitsMode, othersCoordinate, fieldsAreKnown, tasksFallInPeriod] as const;
const issuableContent = [newContentIsComplete, newHostInForce] as const;

/** A unit's plan for a cycle: drafted, issued, sent, received, returned as often as needed, accepted. */
export const planLifecycle = lifecycle<PlanState, PlanCommand, PlanEvent, CampaignPolicy>()(
  {
    fold: planFold,
    label: text('Kế hoạch', 'Unit plan'),
    states: {
      none: text('Chưa có', 'None'),
      drafted: text('Dự thảo', 'Drafted'),
      issued: text('Đã ban hành', 'Issued'),
      submitted: text('Đã gửi', 'Submitted'),
      received: text('Đã tiếp nhận', 'Received'),
      returned: text('Bị trả lại', 'Returned'),
      accepted: text('Được chấp nhận', 'Accepted'),
      withdrawn: text('Đã rút', 'Withdrawn'),
    },
    identify: (command) => ('id' in command ? command.id : planId(command.campaign, command.unit, command.year)),
    unitOf: unitIn,
    campaignOf: campaignIn,
  },
  (on) => ({
    DraftPlan: on({
      label: text('Soạn kế hoạch', 'Draft a plan'),
      from: ['none', 'withdrawn'],
      to: ['drafted'],
      by: [by.unitClerk, by.unitHead],
      reads: { campaign: newCampaign, unit: newUnit, coordination },
      guards: [unitIsActive, unitIsObligated, yearIsOpen, ...soundContent],
      decide: draftPlan,
    }),
    RevisePlan: on({
      label: text('Chỉnh sửa dự thảo', 'Revise the draft'),
      from: ['drafted', 'returned'],
      to: ['drafted', 'returned'],
      by: [by.unitClerk, by.unitHead],
      awaited: true,
      deadline: sending,
      reads: { campaign, coordination },
      guards: soundContent,
      decide: revisePlan,
    }),
    IssuePlan: on({
      label: text('Ban hành kế hoạch', 'Issue the plan'),
      from: ['drafted', 'returned'],
      to: ['issued'],
      by: [by.unitHead],
      decision: { needs: ['document'], signedByActor: true },
      awaited: true,
      deadline: sending,
      reads: { campaign, unit },
      guards: [unitIsActive, sendingIsInTime, planIsComplete, hostDocumentInForce],
      decide: issuePlan,
    }),
    SubmitPlan: on({
      label: text('Gửi kế hoạch', 'Submit the plan'),
      from: ['issued'],
      to: ['submitted'],
      by: [by.unitClerk, by.unitHead],
      awaited: true,
      deadline: sending,
      reads: { campaign, unit },
      guards: [unitIsActive, sendingIsInTime],
      decide: submitPlan,
    }),
    ReceivePlan: on({
      label: text('Tiếp nhận kế hoạch', 'Receive the plan'),
      from: ['submitted'],
      to: ['received'],
      by: [by.officer, by.officeForLead],
      awaited: true,
      deadline: asSet('planReview'),
      apartFrom: UNIT_SIDE,
      buildsOn: REVIEW,
      reads: { campaign },
      guards: [cycleIsNotClosed],
      decide: receivePlan,
    }),
    ReturnPlan: on({
      label: text('Trả lại kế hoạch', 'Return the plan'),
      from: ['submitted', 'received'],
      to: ['returned'],
      by: [by.officer, by.officeForLead],
      decision: { needs: ['reason'] },
      apartFrom: UNIT_SIDE,
      buildsOn: REVIEW,
      reads: { campaign },
      guards: [cycleIsNotClosed],
      decide: returnPlan,
    }),
    AcceptPlan: on({
      label: text('Chấp nhận kế hoạch', 'Accept the plan'),
      from: ['received'],
      to: ['accepted'],
      by: [by.leader, by.officeForLead],
      decision: {},
      awaited: true,
      deadline: asSet('planReview'),
      apartFrom: UNIT_SIDE,
      buildsOn: REVIEW,
      reads: { campaign },
      guards: [cycleIsNotClosed],
      decide: acceptPlan,
    }),
    AmendPlan: on({
      label: text('Sửa đổi kế hoạch', 'Amend the plan'),
      from: ['accepted'],
      to: ['accepted'],
      by: [by.unitHead],
      decision: { needs: ['document'], signedByActor: true },
      reads: { campaign, coordination },
      guards: [cycleIsOpen, ...soundContent, ...issuableContent, formIsEqual],
      decide: amendPlan,
    }),
    ReplacePlan: on({
      label: text('Thay thế kế hoạch', 'Replace the plan'),
      from: ['issued', 'received', 'accepted'],
      to: ['issued'],
      by: [by.unitHead],
      decision: { needs: ['reason', 'document'], signedByActor: true },
      reads: { campaign, coordination },
      guards: [cycleIsOpen, ...soundContent, ...issuableContent, formIsEqual],
      decide: replacePlan,
    }),
    IssuePlanErratum: on({
      label: text('Đính chính kế hoạch', 'Issue an erratum'),
      from: ['issued', 'submitted', 'received', 'accepted'],
      to: ['issued', 'submitted', 'received', 'accepted'],
      by: [by.unitHead],
      decision: { needs: ['document'], signedByActor: true, legalBasis: ['NĐ 30/2020/NĐ-CP Điều 18'] },
      buildsOn: ['IssuePlan', 'AmendPlan', 'ReplacePlan', 'IssuePlanErratum'],
      decide: issueErratum,
    }),
    WithdrawPlan: on({
      label: text('Rút kế hoạch', 'Withdraw the plan'),
      from: ['drafted', 'issued', 'submitted', 'received', 'returned', 'accepted'],
      to: ['withdrawn'],
      by: [by.unitHead],
      decision: { needs: ['reason'] },
      reads: { campaign },
      guards: [takingBack],
      decide: withdrawPlan,
    }),
  }),
);
