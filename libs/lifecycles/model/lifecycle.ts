import { by } from '#identity';
import {
  asking,
  breaking,
  derivedId,
  exclusive,
  lifecycle,
  reading,
  readingMany,
  shared,
  text,
  type Competence,
} from '#kernel';
import { campaignFold, type CampaignPolicy } from '#lifecycles/campaign';
import { verdictsForModel } from '#lifecycles/evaluation/questions';
import { acceptedForModel } from '#lifecycles/registration/questions';
import { unitFold, unitIsActive } from '#lifecycles/unit';
import type {
  ModelCommand,
  NominateModel,
  ProposeModel,
  ReviseModelDetails,
  TransferModelOwnership,
} from './commands.js';
import {
  clearForPublication,
  declareMaintained,
  declareNotMaintained,
  declineNomination,
  endModel,
  raiseDoubt,
  recordActivity,
  resumeModel,
  reviseDetails,
  startImplementation,
  suspendModel,
  takeUpNomination,
  transferOwnership,
} from './decide.js';
import { nominateModel, proposeModel } from './decide-origin.js';
import type { ModelEvent } from './events.js';
import {
  isEvaluated,
  someYearIsDeclarable,
  yearIsEvaluated,
  yearIsFoundMaintained,
  yearIsUndeclared,
} from './guard-declaration.js';
import {
  isInCatalogue,
  isNominatedByOthers,
  jointUnitsOperate,
  newJointUnitsOperate,
  sourceIsOthers,
} from './guard-origin.js';
import {
  activityIsInPeriod,
  campaignIsRunning,
  isRegistered,
  isRegisteredAnew,
  isRestricted,
  newOwnerIsActive,
  ownerChanges,
} from './guards.js';
import { modelFold, type ModelState } from './state.js';

const unitIn = (state: ModelState, command: ModelCommand | undefined): string | undefined =>
  state.status === 'none' ? (command && 'unit' in command ? command.unit : undefined) : state.unit;
const campaignIn = (state: ModelState, command: ModelCommand | undefined): string | undefined =>
  state.status === 'none' ? (command && 'campaign' in command ? command.campaign : undefined) : state.campaign;
const modelIn = (state: ModelState): { model: string } => ({ model: state.status === 'none' ? '' : state.model });

const campaign = reading<ModelState, ModelCommand, ReturnType<typeof campaignFold.evolve>>(campaignFold, campaignIn);
const unit = reading<ModelState, ModelCommand, ReturnType<typeof unitFold.evolve>>(unitFold, unitIn);
const jointOf = (_state: ModelState, command?: ProposeModel | NominateModel): readonly string[] => command?.joint ?? [];
const registrations = asking(
  acceptedForModel,
  modelIn,
  shared('registrations', (state) => [modelIn(state).model]),
);
const verdicts = asking(
  verdictsForModel,
  modelIn,
  shared('verdicts', (state) => [modelIn(state).model]),
);

/** A copy ties the unit that has it to the origin: who sits on the origin's panel may have to leave it. */
const copied = exclusive('model', (_state: ModelState, { derivedFrom }: ProposeModel) => [derivedFrom ?? '']);
const ownOrigin = exclusive('model', (state: Exclude<ModelState, { status: 'none' }>) => [state.derivedFrom ?? '']);

/** Clerks who discover a model of another unit. */
const clerkElsewhere: Competence = { ...by.unitClerk, over: 'otherUnits' };

const alive = ['proposed', 'implementing', 'suspended', 'notMaintained'] as const;
const declarable = ['implementing', 'suspended', 'notMaintained'] as const;
const born = [...alive, 'ended'] as const;

/** Whom a model belongs to. A paper on its owner or its publication builds on these: it may be older than what the unit does. */
const founding = ['ProposeModel', 'NominateModel', 'TakeUpNomination', 'TransferModelOwnership'];
/** What makes a model run. What is seen and recorded of a running model builds on these, each beside the other. */
const running = ['StartImplementation', 'ResumeModel'];
const declaring = [...running, 'SuspendModel', 'RaiseMaintenanceDoubt', 'DeclareMaintained', 'DeclareNotMaintained'];

/** A named way of doing that a unit brings forward, runs, proves by its activities, and keeps up over the years. */
export const modelLifecycle = lifecycle<ModelState, ModelCommand, ModelEvent, CampaignPolicy>()(
  {
    fold: modelFold,
    label: text('Mô hình', 'Model'),
    states: {
      none: text('Chưa có', 'None'),
      nominated: text('Được giới thiệu', 'Nominated'),
      proposed: text('Đã đề xuất', 'Proposed'),
      implementing: text('Đang triển khai', 'Implementing'),
      suspended: text('Tạm dừng', 'Suspended'),
      notMaintained: text('Không được duy trì', 'Not maintained'),
      ended: text('Đã kết thúc', 'Ended'),
    },
    identify: (command, commandId) => ('id' in command ? command.id : derivedId(commandId, 'model')),
    unitOf: unitIn,
    campaignOf: campaignIn,
    classify: (state) => (state.status !== 'none' && state.restricted ? 'RESTRICTED' : undefined),
  },
  (on) => ({
    ProposeModel: on({
      label: text('Đề xuất mô hình', 'Propose a model'),
      from: ['none'],
      to: ['proposed'],
      by: [by.unitClerk, by.unitHead],
      reads: {
        campaign,
        unit,
        joint: readingMany(unitFold, jointOf),
        source: reading(modelFold, (_state: ModelState, command?: ProposeModel) => command?.derivedFrom),
      },
      fences: [copied],
      guards: [campaignIsRunning, unitIsActive, isInCatalogue, jointUnitsOperate, sourceIsOthers],
      decide: proposeModel,
    }),
    NominateModel: on({
      label: text('Giới thiệu mô hình', 'Nominate a model'),
      from: ['none'],
      to: ['nominated'],
      by: [clerkElsewhere, by.officer, by.supervisor],
      reads: { campaign, unit, joint: readingMany(unitFold, jointOf) },
      guards: [campaignIsRunning, unitIsActive, isNominatedByOthers, isInCatalogue, jointUnitsOperate],
      decide: nominateModel,
    }),
    TakeUpNomination: on({
      label: text('Nhận mô hình được giới thiệu', 'Take up the nomination'),
      from: ['nominated'],
      to: ['proposed'],
      by: [by.unitHead],
      awaited: true,
      deadline: 'none',
      reads: { campaign, unit },
      fences: [breaking('model')],
      guards: [campaignIsRunning, unitIsActive],
      decide: takeUpNomination,
    }),
    DeclineNomination: on({
      label: text('Không nhận mô hình được giới thiệu', 'Decline the nomination'),
      from: ['nominated'],
      to: ['ended'],
      by: [by.unitHead],
      decision: { needs: ['reason'] },
      decide: declineNomination,
    }),
    StartImplementation: on({
      label: text('Bắt đầu triển khai', 'Start implementation'),
      from: ['proposed'],
      to: ['implementing'],
      by: [by.unitHead],
      reads: { campaign, unit, registrations },
      fences: [breaking('model')],
      guards: [campaignIsRunning, unitIsActive, isRegistered],
      decide: startImplementation,
    }),
    RecordActivity: on({
      label: text('Ghi nhận hoạt động, minh chứng', 'Record an activity'),
      from: ['implementing'],
      to: ['implementing'],
      by: [by.unitClerk, by.unitHead],
      buildsOn: running,
      reads: { campaign },
      fences: [breaking('model')],
      guards: [activityIsInPeriod],
      decide: recordActivity,
    }),
    ReviseModelDetails: on({
      label: text('Sửa nội dung mô hình', 'Revise the details'),
      from: alive,
      to: alive,
      by: [by.unitClerk, by.unitHead],
      reads: {
        joint: readingMany(
          unitFold,
          (_state: ModelState, command?: ReviseModelDetails) => command?.details.joint ?? [],
        ),
      },
      fences: [breaking('model')],
      guards: [newJointUnitsOperate],
      decide: reviseDetails,
    }),
    SuspendModel: on({
      label: text('Tạm dừng mô hình', 'Suspend the model'),
      from: ['implementing'],
      to: ['suspended'],
      by: [by.unitHead],
      decision: { needs: ['reason'] },
      fences: [breaking('model')],
      decide: suspendModel,
    }),
    ResumeModel: on({
      label: text('Tiếp tục mô hình', 'Resume the model'),
      from: ['suspended', 'notMaintained'],
      to: ['implementing'],
      by: [by.unitHead],
      decision: { needs: ['reason'] },
      reads: { campaign, unit, registrations },
      guards: [campaignIsRunning, unitIsActive, isRegisteredAnew],
      decide: resumeModel,
    }),
    RaiseMaintenanceDoubt: on({
      label: text('Nêu nghi vấn về việc duy trì', 'Raise a maintenance doubt'),
      from: ['implementing', 'suspended'],
      to: ['implementing', 'suspended'],
      by: [by.unitHead, by.officer, by.officeForLead, by.supervisor],
      decision: { needs: ['reason'] },
      buildsOn: running,
      decide: raiseDoubt,
    }),
    DeclareMaintained: on({
      label: text('Kết luận mô hình được duy trì', 'Declare maintained'),
      from: declarable,
      to: declarable,
      by: [by.leader, by.officeForLead],
      decision: {},
      apartFrom: ['ProposeModel', 'NominateModel', 'StartImplementation', 'RecordActivity'],
      buildsOn: declaring,
      reads: { verdicts },
      guards: [
        isEvaluated,
        someYearIsDeclarable('maintainedIn'),
        yearIsEvaluated,
        yearIsFoundMaintained,
        yearIsUndeclared('maintainedIn'),
      ],
      decide: declareMaintained,
    }),
    DeclareNotMaintained: on({
      label: text('Kết luận mô hình không được duy trì', 'Declare not maintained'),
      from: declarable,
      to: declarable,
      by: [by.leader, by.officeForLead],
      decision: { needs: ['reason'] },
      apartFrom: ['ProposeModel', 'NominateModel', 'StartImplementation', 'RecordActivity', 'RaiseMaintenanceDoubt'],
      buildsOn: declaring,
      reads: { verdicts },
      fences: [breaking('model')],
      guards: [
        isEvaluated,
        someYearIsDeclarable('notMaintainedIn'),
        yearIsEvaluated,
        yearIsUndeclared('notMaintainedIn'),
      ],
      decide: declareNotMaintained,
    }),
    TransferModelOwnership: on({
      label: text('Chuyển đơn vị chủ trì', 'Transfer the ownership'),
      from: ['nominated', ...alive],
      to: ['nominated', ...alive],
      by: [by.leader, by.officeForLead],
      decision: { needs: ['document'] },
      buildsOn: founding,
      reads: { newOwner: reading(unitFold, (_state: ModelState, command?: TransferModelOwnership) => command?.to) },
      fences: [breaking('model'), ownOrigin],
      guards: [ownerChanges, newOwnerIsActive],
      decide: transferOwnership,
    }),
    ClearModelForPublication: on({
      label: text('Cho phép công khai', 'Clear for publication'),
      from: born,
      to: born,
      by: [by.leader, by.office],
      decision: { needs: ['document'] },
      apartFrom: ['ProposeModel', 'NominateModel'],
      buildsOn: founding,
      guards: [isRestricted],
      decide: clearForPublication,
    }),
    EndModel: on({
      label: text('Kết thúc mô hình', 'End the model'),
      from: alive,
      to: ['ended'],
      by: [by.unitHead],
      decision: { needs: ['reason'] },
      fences: [breaking('model')],
      decide: endModel,
    }),
  }),
);
