import { by } from '#identity';
import { asking, derivedId, exclusive, lifecycle, reading, readingMany, text, type Competence } from '#kernel';
import { asSet, cycleIsNotClosed, readingCycle, yearIsOpen, type CampaignPolicy } from '#lifecycles/campaign';
import { evaluationOf } from '#lifecycles/commendation';
import { evaluationFold, restingOn } from '#lifecycles/evaluation';
import { modelFold } from '#lifecycles/model';
import { unitFold } from '#lifecycles/unit';
import type {
  DecideReplication,
  InviteUnits,
  ProposeReplication,
  ReplicationCommand,
  StartAdoption,
} from './commands.js';
import {
  closeReplication,
  decideReplication,
  haltReplication,
  inviteUnits,
  proposeReplication,
  publishGuide,
  refuseReplication,
  withdrawReplication,
} from './decide.js';
import {
  acceptAdoption,
  confirmAdoption,
  declineAdoption,
  failAdoption,
  measureAdoption,
  startAdoption,
} from './decide-adoption.js';
import {
  adoptionIsMeasured,
  adoptsOwnModel,
  forOwnUnit,
  measuresWhatWas,
  modelIsOfUnit,
  namedAdoptionIs,
  proposedIsReplicable,
  scopeFitsUnits,
  unitsMayAdopt,
  unitsMayBeInvited,
} from './content-guards.js';
import { answering, guiding, starting } from './deadlines.js';
import type { ReplicationEvent } from './events.js';
import {
  adoptionIsVoluntary,
  adoptionsAreSettled,
  notUnderWay,
  ownAdoptionIs,
  proposalIsCurrent,
  somebodyMayBeInvited,
  someAdoptionIs,
  someAdoptionIsMeasured,
  sourceIsReplicable,
} from './guards.js';
import { replicationsUnderWay } from './questions/index.js';
import { replicationFold, type ReplicationState } from './state.js';

/** Units adopt side by side: each of their steps builds on the replication's own, not on another unit's. */
const ORIGIN_STEPS = ['ProposeReplication', 'DecideReplication', 'PublishReplicationGuide'];

const officials = [by.officer, by.leader, by.officeForLead];
const leaders = [by.leader, by.officeForLead];

/**
 * A step of the adopting unit. With a command, the case is that unit's. Without one it is the origin's, and the guard on the
 * acting unit's own adoption tells whether the step is open to it; the decider holds the command to the same unit.
 */
const adopting = (...roles: readonly Competence[]): readonly Competence[] => [
  ...roles,
  ...roles.map((it): Competence => ({ ...it, over: 'anyUnit' })),
];

const originIn = (state: ReplicationState): string | undefined => (state.status === 'none' ? undefined : state.unit);

const newModel = reading(modelFold, (_state: ReplicationState, command?: ProposeReplication) => command?.model);
const newEvaluation = reading(evaluationFold, (_state: ReplicationState, command?: ProposeReplication) =>
  command ? evaluationOf(command.model, command.year) : undefined,
);
const others = asking(
  replicationsUnderWay,
  (_state: ReplicationState, command?: ProposeReplication) => ({
    model: command?.model ?? '',
    year: command?.year ?? 0,
  }),
  exclusive('replicating', (_state, command) => [command?.model ?? '']),
);
const newCampaign = readingCycle(
  (_state: ReplicationState, command?: ProposeReplication) => command?.campaign,
  (_state, command) => command?.year,
);
const campaign = readingCycle(
  (state: ReplicationState) => (state.status === 'none' ? undefined : state.campaign),
  (state) => (state.status === 'none' ? undefined : state.year),
);
const model = reading(modelFold, (state: ReplicationState) => (state.status === 'none' ? undefined : state.model));
const ground = (state: ReplicationState): string =>
  state.status === 'none' ? '' : evaluationOf(state.model, state.year);
const evaluation = reading(
  evaluationFold,
  ground,
  restingOn((state: ReplicationState) => [ground(state)]),
);
const units = readingMany(
  unitFold,
  (_state: ReplicationState, command?: DecideReplication | InviteUnits) => command?.units ?? [],
);
const adopted = reading(modelFold, (_state: ReplicationState, command?: StartAdoption) => command?.model);

/** The taking over of a proven model by other units: proposed, decided, called for, adopted unit by unit, confirmed. */
export const replicationLifecycle = lifecycle<ReplicationState, ReplicationCommand, ReplicationEvent, CampaignPolicy>()(
  {
    fold: replicationFold,
    label: text('Nhân rộng', 'Replication'),
    states: {
      none: text('Chưa có', 'None'),
      proposed: text('Đã đề xuất', 'Proposed'),
      withdrawn: text('Đã rút', 'Withdrawn'),
      refused: text('Không nhân rộng', 'Refused'),
      decided: text('Đã quyết định', 'Decided'),
      calling: text('Đang nhân rộng', 'Calling'),
      halted: text('Đã dừng', 'Halted'),
      closed: text('Đã kết thúc', 'Closed'),
    },
    identify: (command, commandId) => ('id' in command ? command.id : derivedId('replication', commandId)),
    unitOf: (state, command) => (command && 'unit' in command ? command.unit : originIn(state)),
    campaignOf: (state, command) =>
      state.status !== 'none' ? state.campaign : command?.type === 'ProposeReplication' ? command.campaign : undefined,
    classify: (state) => (state.status !== 'none' && state.restricted ? 'RESTRICTED' : undefined),
  },
  (on) => ({
    ProposeReplication: on({
      label: text('Đề xuất nhân rộng', 'Propose a replication'),
      from: ['none'],
      to: ['proposed'],
      by: officials,
      decision: {},
      reads: { campaign: newCampaign, model: newModel, evaluation: newEvaluation, others },
      guards: [yearIsOpen, notUnderWay, modelIsOfUnit, proposedIsReplicable],
      decide: proposeReplication,
    }),
    WithdrawReplication: on({
      label: text('Rút đề xuất nhân rộng', 'Withdraw the proposal'),
      from: ['proposed'],
      to: ['withdrawn'],
      by: officials,
      decision: { needs: ['reason'] },
      decide: withdrawReplication,
    }),
    DecideReplication: on({
      label: text('Quyết định nhân rộng', 'Decide the replication'),
      from: ['proposed'],
      to: ['decided'],
      by: [by.decider],
      apartFrom: ['ProposeReplication'],
      decision: { needs: ['document'], signedByActor: true },
      awaited: true,
      deadline: asSet('decision'),
      reads: { campaign, model, evaluation, units },
      guards: [cycleIsNotClosed, proposalIsCurrent, sourceIsReplicable, scopeFitsUnits, unitsMayAdopt],
      decide: decideReplication,
    }),
    RefuseReplication: on({
      label: text('Không đồng ý nhân rộng', 'Refuse the replication'),
      from: ['proposed'],
      to: ['refused'],
      by: [by.decider],
      apartFrom: ['ProposeReplication'],
      decision: { needs: ['reason'] },
      decide: refuseReplication,
    }),
    PublishReplicationGuide: on({
      label: text('Ban hành hướng dẫn nhân rộng', 'Publish the guide'),
      from: ['decided', 'calling'],
      to: ['calling'],
      by: leaders,
      decision: { needs: ['document'] },
      awaited: true,
      deadline: guiding,
      buildsOn: ['ProposeReplication', 'DecideReplication'],
      decide: publishGuide,
    }),
    InviteUnits: on({
      label: text('Mời đơn vị tiếp nhận', 'Invite units'),
      from: ['calling'],
      to: ['calling'],
      by: officials,
      decision: {},
      buildsOn: ORIGIN_STEPS,
      reads: { units },
      guards: [somebodyMayBeInvited, unitsMayBeInvited, unitsMayAdopt],
      decide: inviteUnits,
    }),
    AcceptAdoption: on({
      label: text('Tiếp nhận triển khai', 'Accept the adoption'),
      from: ['calling'],
      to: ['calling'],
      by: adopting(by.unitHead),
      awaited: true,
      deadline: answering,
      decision: {},
      buildsOn: ORIGIN_STEPS,
      guards: [ownAdoptionIs('INVITED'), forOwnUnit],
      decide: acceptAdoption,
    }),
    DeclineAdoption: on({
      label: text('Từ chối triển khai', 'Decline the adoption'),
      from: ['calling'],
      to: ['calling'],
      by: adopting(by.unitHead),
      decision: { needs: ['reason'] },
      buildsOn: ORIGIN_STEPS,
      guards: [adoptionIsVoluntary, ownAdoptionIs('INVITED'), forOwnUnit],
      decide: declineAdoption,
    }),
    StartAdoption: on({
      label: text('Bắt đầu triển khai', 'Start the adoption'),
      from: ['calling'],
      to: ['calling'],
      by: adopting(by.unitHead),
      awaited: true,
      deadline: starting,
      reads: { adopted },
      buildsOn: ORIGIN_STEPS,
      guards: [ownAdoptionIs('ACCEPTED'), forOwnUnit, adoptsOwnModel],
      decide: startAdoption,
    }),
    MeasureAdoption: on({
      label: text('Ghi nhận kết quả triển khai', 'Measure the adoption'),
      from: ['calling', 'halted'],
      to: ['calling', 'halted'],
      by: adopting(by.unitClerk, by.unitHead),
      buildsOn: ORIGIN_STEPS,
      guards: [ownAdoptionIs('ADOPTING'), forOwnUnit, measuresWhatWas],
      decide: measureAdoption,
    }),
    ConfirmAdoption: on({
      label: text('Xác nhận nhân rộng thành công', 'Confirm the adoption'),
      from: ['calling', 'halted'],
      to: ['calling', 'halted'],
      by: officials,
      apartFrom: ['AcceptAdoption', 'StartAdoption', 'MeasureAdoption'],
      decision: {},
      buildsOn: ORIGIN_STEPS,
      guards: [someAdoptionIs('ADOPTING'), someAdoptionIsMeasured, namedAdoptionIs('ADOPTING'), adoptionIsMeasured],
      decide: confirmAdoption,
    }),
    FailAdoption: on({
      label: text('Kết luận nhân rộng không thành công', 'Find the adoption failed'),
      from: ['calling', 'halted'],
      to: ['calling', 'halted'],
      by: officials,
      apartFrom: ['AcceptAdoption', 'StartAdoption', 'MeasureAdoption'],
      decision: { needs: ['reason'] },
      buildsOn: ORIGIN_STEPS,
      guards: [someAdoptionIs('ACCEPTED', 'ADOPTING'), namedAdoptionIs('ACCEPTED', 'ADOPTING')],
      decide: failAdoption,
    }),
    HaltReplication: on({
      label: text('Dừng nhân rộng', 'Halt the replication'),
      from: ['decided', 'calling'],
      to: ['halted'],
      by: [...leaders, by.decider, by.system],
      decision: { needs: ['reason'] },
      buildsOn: ORIGIN_STEPS,
      decide: haltReplication,
    }),
    CloseReplication: on({
      label: text('Kết thúc nhân rộng', 'Close the replication'),
      from: ['calling', 'halted'],
      to: ['closed'],
      by: leaders,
      decision: {},
      guards: [adoptionsAreSettled],
      decide: closeReplication,
    }),
  }),
);
