import { by } from '#identity';
import { asking, breaking, exclusive, lifecycle, reading, text, unfenced } from '#kernel';
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
import { modelFold } from '#lifecycles/model';
import { unitFold, unitIsActive } from '#lifecycles/unit';
import type { ContinueModel, FlagDuplicate, RegisterModel, RegistrationCommand } from './commands.js';
import {
  abandon,
  accept,
  cancel,
  flagDuplicate,
  giveBack,
  receive,
  reject,
  resolveDuplicate,
  submit,
  transfer,
  withdraw,
} from './decide.js';
import { continueModel, registerModel } from './decide-draft.js';
import { continuesAccepted, continuesEarlierYear, modelIsRegistrable } from './draft-guards.js';
import { otherIsKnown, otherStands } from './duplicate-guards.js';
import { sending } from './deadlines.js';
import type { RegistrationEvent } from './events.js';
import {
  duplicateIsOpen,
  formIsComplete,
  isAfterStart,
  isBeforeStart,
  maySuspect,
  modelIsOpen,
  noDuplicateOpen,
  ownerHasChanged,
  unitOwnsModel,
} from './guards.js';
import { similarRegistrations } from './questions/index.js';
import { registrationFold, registrationId, type ExistingRegistration, type RegistrationState } from './state.js';

type Drafting = RegisterModel | ContinueModel;

/** A dossier taken up again may have come to another owner: the command says whose it is now. */
const drafting = (command: RegistrationCommand | undefined): Drafting | undefined =>
  command?.type === 'RegisterModel' || command?.type === 'ContinueModel' ? command : undefined;

const known = (
  state: RegistrationState,
  command: RegistrationCommand | undefined,
  key: 'unit' | 'campaign' | 'model',
): string | undefined => drafting(command)?.[key] ?? (state.status === 'none' ? undefined : state[key]);

const unitIn = (state: RegistrationState, command: RegistrationCommand | undefined): string | undefined =>
  known(state, command, 'unit');
const campaignIn = (state: RegistrationState, command: RegistrationCommand | undefined): string | undefined =>
  known(state, command, 'campaign');

const campaign = readingCycle(
  (state: RegistrationState, command?: RegistrationCommand) => campaignIn(state, command),
  (state, command) => drafting(command)?.year ?? (state.status === 'none' ? undefined : state.year),
);
const unit = reading(unitFold, (state: RegistrationState, command?: RegistrationCommand) => unitIn(state, command));
const model = reading(modelFold, (state: RegistrationState, command?: RegistrationCommand) =>
  known(state, command, 'model'),
);
const previous = reading(
  registrationFold,
  (_state: RegistrationState, command?: ContinueModel) => command && registrationId(command.model, command.fromYear),
);
const flagged = reading(registrationFold, (_state: RegistrationState, command?: FlagDuplicate) => command?.other);
const suspected = reading(registrationFold, (state: RegistrationState) =>
  state.status === 'none' ? undefined : state.duplicateSuspicion?.other,
);

/** Live registrations of the unit's in the cycle for the same template and sub-unit. */
const similar = asking(
  similarRegistrations,
  (state: ExistingRegistration) => ({
    unit: state.unit,
    year: state.year,
    template: state.template ?? null,
    subUnit: state.subUnit ?? '',
    model: state.model,
  }),
  unfenced('it raises a suspicion and refuses nothing'),
);

/** What a model's own steps rest on: that it is registered. */
const ofModel = exclusive('registrations', (state: ExistingRegistration) => [state.model]);

/** A registration is first sent while its year is open; what came back may still be sent again. */
const sendingIsInTime = sendingIsOpen('REGISTRATION', ({ status }: ExistingRegistration) => status === 'returned');

/** A registration that T-2 has counted is not cancelled once its year is closed; a draft may be. */
const cancelling = cycleIsNotClosedWhere(({ status }: ExistingRegistration) => status !== 'drafted');

const blank = ['none', 'cancelled', 'rejected'] as const;
const open = ['submitted', 'received', 'returned'] as const;
const senders = ['RegisterModel', 'ContinueModel', 'SubmitRegistration'] as const;
/** Who brought the model forward does not decide on it either. Rows that name them read the model. */
const proposers = ['model.ProposeModel', 'model.NominateModel'] as const;

/** What sending and receiving build on: suspicions are raised and resolved beside them, and neither waits for the other. */
const flow = [
  'RegisterModel',
  'ContinueModel',
  'SubmitRegistration',
  'WithdrawRegistration',
  'ReceiveRegistration',
  'ReturnRegistration',
  'TransferRegistration',
] as const;

/** A unit's commitment to run a model in a cycle: drafted, sent, received, returned as often as needed, accepted. */
export const registrationLifecycle = lifecycle<
  RegistrationState,
  RegistrationCommand,
  RegistrationEvent,
  CampaignPolicy
>()(
  {
    fold: registrationFold,
    label: text('Đăng ký mô hình', 'Registration'),
    states: {
      none: text('Chưa có', 'None'),
      drafted: text('Dự thảo', 'Drafted'),
      submitted: text('Đã gửi', 'Submitted'),
      received: text('Đã tiếp nhận', 'Received'),
      returned: text('Bị trả lại', 'Returned'),
      accepted: text('Được chấp nhận', 'Accepted'),
      rejected: text('Không được chấp nhận', 'Rejected'),
      merged: text('Đã gộp do trùng', 'Merged'),
      cancelled: text('Đã hủy', 'Cancelled'),
      abandoned: text('Ngừng thực hiện giữa chừng', 'Abandoned'),
    },
    identify: (command) => ('id' in command ? command.id : registrationId(command.model, command.year)),
    unitOf: unitIn,
    campaignOf: campaignIn,
    classify: (state) => (state.status !== 'none' && state.restricted ? 'RESTRICTED' : undefined),
  },
  (on) => ({
    RegisterModel: on({
      label: text('Lập đăng ký mô hình', 'Register a model'),
      from: blank,
      to: ['drafted'],
      by: [by.unitClerk, by.unitHead],
      reads: { campaign, unit, model },
      guards: [unitIsActive, modelIsRegistrable, yearIsOpen],
      decide: registerModel,
    }),
    ContinueModel: on({
      label: text('Lập đăng ký tiếp tục mô hình', 'Continue a model'),
      from: blank,
      to: ['drafted'],
      by: [by.unitClerk, by.unitHead],
      reads: { campaign, unit, model, previous },
      guards: [unitIsActive, continuesEarlierYear, modelIsRegistrable, yearIsOpen, continuesAccepted],
      decide: continueModel,
    }),
    SubmitRegistration: on({
      label: text('Gửi đăng ký', 'Submit the registration'),
      from: ['drafted', 'returned'],
      to: ['submitted'],
      by: [by.unitHead],
      awaited: true,
      deadline: sending,
      reads: { campaign, unit, model, similar },
      guards: [unitIsActive, sendingIsInTime, unitOwnsModel, modelIsOpen, formIsComplete],
      buildsOn: flow,
      decide: submit,
    }),
    WithdrawRegistration: on({
      label: text('Rút đăng ký về để sửa', 'Withdraw the registration'),
      from: ['submitted', 'received'],
      to: ['drafted'],
      by: [by.unitHead],
      decision: { needs: ['reason'] },
      reads: { campaign },
      buildsOn: flow,
      fences: [breaking('registration'), ofModel],
      guards: [cycleIsOpen],
      decide: withdraw,
    }),
    ReceiveRegistration: on({
      label: text('Tiếp nhận đăng ký', 'Receive the registration'),
      from: ['submitted'],
      to: ['received'],
      by: [by.officer, by.officeForLead],
      awaited: true,
      deadline: asSet('registrationReview'),
      apartFrom: senders,
      buildsOn: flow,
      reads: { campaign },
      guards: [cycleIsNotClosed],
      decide: receive,
    }),
    ReturnRegistration: on({
      label: text('Trả lại đăng ký', 'Return the registration'),
      from: ['submitted', 'received'],
      to: ['returned'],
      by: [by.officer, by.officeForLead],
      decision: { needs: ['reason'] },
      apartFrom: senders,
      buildsOn: flow,
      reads: { campaign },
      guards: [cycleIsNotClosed],
      decide: giveBack,
    }),
    AcceptRegistration: on({
      label: text('Chấp nhận đăng ký', 'Accept the registration'),
      from: ['received'],
      to: ['accepted'],
      by: [by.leader, by.officeForLead],
      decision: {},
      awaited: true,
      deadline: asSet('registrationReview'),
      apartFrom: [...senders, ...proposers],
      reads: { campaign, model },
      guards: [cycleIsNotClosed, noDuplicateOpen, modelIsOpen],
      decide: accept,
    }),
    RejectRegistration: on({
      label: text('Không chấp nhận đăng ký', 'Reject the registration'),
      from: ['received'],
      to: ['rejected'],
      by: [by.leader, by.officeForLead],
      decision: { needs: ['reason'] },
      apartFrom: [...senders, ...proposers],
      reads: { campaign, model },
      fences: [breaking('registration'), ofModel],
      guards: [cycleIsNotClosed],
      decide: reject,
    }),
    FlagDuplicate: on({
      label: text('Nêu nghi vấn trùng', 'Flag a duplicate'),
      from: [...open, 'accepted'],
      to: [...open, 'accepted'],
      by: [by.officer, by.officeForLead, by.system],
      reads: { campaign, other: flagged },
      guards: [cycleIsNotClosed, maySuspect, otherIsKnown],
      buildsOn: ['SubmitRegistration'],
      decide: flagDuplicate,
    }),
    ResolveDuplicate: on({
      label: text('Kết luận về nghi vấn trùng', 'Resolve the duplicate'),
      from: [...open, 'accepted'],
      to: [...open, 'accepted', 'merged'],
      by: [by.leader, by.officeForLead],
      decision: { needs: ['reason'] },
      apartFrom: [...senders, 'FlagDuplicate'],
      reads: { campaign, other: suspected },
      fences: [breaking('registration'), ofModel],
      guards: [cycleIsNotClosed, duplicateIsOpen, otherStands],
      buildsOn: ['SubmitRegistration', 'FlagDuplicate'],
      decide: resolveDuplicate,
    }),
    TransferRegistration: on({
      label: text('Chuyển đăng ký sang đơn vị chủ trì mới', 'Transfer the registration'),
      from: ['drafted', ...open, 'accepted'],
      to: ['drafted', ...open, 'accepted'],
      by: [by.leader, by.officeForLead],
      decision: { needs: ['document'] },
      reads: { campaign, model },
      fences: [breaking('registration'), ofModel],
      guards: [cycleIsNotClosed, ownerHasChanged],
      buildsOn: ['RegisterModel', 'ContinueModel', 'TransferRegistration'],
      decide: transfer,
    }),
    CancelRegistration: on({
      label: text('Hủy đăng ký', 'Cancel the registration'),
      from: ['drafted', ...open, 'accepted'],
      to: ['cancelled'],
      by: [by.unitHead],
      decision: { needs: ['reason'] },
      reads: { campaign, model },
      fences: [breaking('registration'), ofModel],
      guards: [cancelling, isBeforeStart],
      decide: cancel,
    }),
    AbandonRegistration: on({
      label: text('Ghi nhận ngừng thực hiện giữa chừng', 'Record the abandonment'),
      from: ['accepted'],
      to: ['abandoned'],
      by: [by.unitHead],
      decision: { needs: ['reason'] },
      reads: { campaign, model },
      fences: [breaking('registration'), ofModel],
      guards: [cycleIsNotClosed, isAfterStart],
      decide: abandon,
    }),
  }),
);
