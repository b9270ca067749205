import {
  asking,
  breaking,
  defineRefusal,
  derivedId,
  isRefusal,
  lifecycle,
  question,
  reading,
  text,
  unfenced,
  type Competence,
  type ContentGuard,
  type Fold,
  type Guard,
  type Lifecycle,
  type Loaded,
  type Personal,
  type Recorded,
} from '../index.js';

/** A counter that requests are handed in at: the second stream of the example. */
export type DeskState =
  | { readonly status: 'none' }
  | { readonly status: 'open'; readonly stamps: number }
  | { readonly status: 'shut'; readonly stamps: number };
export type DeskCommand = { readonly type: 'OpenDesk' | 'StampDesk' | 'ShutDesk'; readonly id: string };
export type DeskEvent = {
  readonly type: 'DeskOpened' | 'DeskStamped' | 'DeskShut';
  readonly data: Record<string, never>;
};

function evolveDesk(state: DeskState, { event: { type } }: Recorded<DeskEvent>): DeskState {
  const stamps = state.status === 'none' ? 0 : state.stamps;
  return type === 'DeskStamped'
    ? { status: 'open', stamps: stamps + 1 }
    : { status: type === 'DeskShut' ? 'shut' : 'open', stamps };
}
export const deskFold: Fold<DeskState, DeskEvent> = {
  name: 'desk',
  initial: { status: 'none' },
  evolve: evolveDesk,
  events: {
    DeskOpened: { label: text('Mở quầy', 'Opened'), kind: 'step' },
    DeskStamped: { label: text('Đóng dấu', 'Stamped'), kind: 'note' },
    DeskShut: { label: text('Đóng quầy', 'Shut'), kind: 'step' },
  },
};

const competence = (role: string, over: Competence['over']): Competence => ({
  role,
  over,
  label: text(`Vai ${role}`, role),
});
const [clerk, head, officer, keeper] = [
  competence('CLERK', 'ownUnit'),
  competence('HEAD', 'ownUnit'),
  competence('OFFICER', 'otherUnits'),
  competence('KEEPER', 'anyUnit'),
];

export const deskLifecycle = lifecycle<DeskState, DeskCommand, DeskEvent>()(
  {
    fold: deskFold,
    label: text('Quầy', 'Desk'),
    states: { none: text('Chưa có', 'None'), open: text('Đang mở', 'Open'), shut: text('Đã đóng', 'Shut') },
    identify: (command) => command.id,
    unitOf: () => undefined,
    campaignOf: () => undefined,
  },
  (on) => ({
    OpenDesk: on({
      label: text('Mở quầy', 'Open'),
      from: ['none'],
      to: ['open'],
      by: [keeper],
      decide: () => ({ type: 'DeskOpened', data: {} }),
    }),
    StampDesk: on({
      label: text('Đóng dấu', 'Stamp'),
      from: ['open'],
      to: ['open'],
      by: [keeper],
      buildsOn: [],
      decide: () => ({ type: 'DeskStamped', data: {} }),
    }),
    ShutDesk: on({
      label: text('Đóng quầy', 'Shut'),
      from: ['open'],
      to: ['shut'],
      by: [keeper],
      fences: [breaking('desk')],
      decide: () => ({ type: 'DeskShut', data: {} }),
    }),
  }),
);

/** What the example lets a campaign tune. */
export interface Rules {
  readonly longest: number;
  readonly deadlines: { readonly answer: number };
}

interface Facts {
  readonly campaign: string;
  readonly unit: string;
  readonly desk: string;
  readonly applicant: Personal;
  readonly witness?: Personal;
  readonly note: string;
  readonly secret: boolean;
}
type In<S extends string> = Facts & { readonly status: S };
export type RequestState = { readonly status: 'none' } | In<'drafted'> | In<'sent'> | In<'granted'> | In<'refused'>;

interface On {
  readonly id: string;
}
export type DraftRequest = { readonly type: 'DraftRequest' } & Facts;
export type GrantRequest = { readonly type: 'GrantRequest'; readonly remark?: string } & On;
export type RequestCommand =
  | DraftRequest
  | ({ readonly type: 'AmendRequest'; readonly note: string } & On)
  | ({ readonly type: 'SendRequest' } & On)
  | GrantRequest
  | ({ readonly type: 'RefuseRequest' } & On)
  | ({ readonly type: 'MisplaceRequest' } & On);

export type RequestEvent =
  | { readonly type: 'RequestDrafted'; readonly data: Facts }
  | { readonly type: 'RequestAmended'; readonly data: { readonly note: string } }
  | {
      readonly type: 'RequestSent' | 'RequestGranted' | 'RequestRefused' | 'RequestNumbered';
      readonly data: { readonly number?: string };
    };

function evolveRequest(state: RequestState, { event }: Recorded<RequestEvent>): RequestState {
  if (event.type === 'RequestDrafted') return { status: 'drafted', ...event.data };
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'RequestAmended':
      return { ...state, note: event.data.note };
    case 'RequestSent':
      return { ...state, status: 'sent' };
    case 'RequestGranted':
      return { ...state, status: 'granted' };
    case 'RequestRefused':
      return { ...state, status: 'refused' };
    case 'RequestNumbered':
      return state;
    default:
      return event satisfies never;
  }
}

export const requestFold: Fold<RequestState, RequestEvent> = {
  name: 'request',
  initial: { status: 'none' },
  evolve: evolveRequest,
  events: {
    RequestDrafted: { label: text('Soạn', 'Drafted'), kind: 'draft' },
    RequestAmended: { label: text('Sửa', 'Amended'), kind: 'draft' },
    RequestSent: { label: text('Gửi', 'Sent'), kind: 'step' },
    RequestGranted: { label: text('Chấp thuận', 'Granted'), kind: 'step', classification: 'PUBLIC' },
    RequestRefused: { label: text('Từ chối', 'Refused'), kind: 'step' },
    RequestNumbered: { label: text('Cấp số', 'Numbered'), kind: 'datedFact' },
  },
};

export const exampleRefusals = {
  deskShut: defineRefusal('EXAMPLE_DESK_SHUT', 'Quầy {desk} không mở.', 'Desk {desk} is not open.'),
  tooLong: defineRefusal('EXAMPLE_NOTE_TOO_LONG', 'Ghi chú dài quá {longest}.', 'The note is longer than {longest}.'),
} as const;

const deskIsOpen: Guard<unknown, { readonly desk: Loaded<DeskState> }> = {
  rule: 'deskIsOpen',
  check: (_state, { desk }) =>
    desk.state.status === 'open'
      ? { desk: desk.id, stamps: desk.state.stamps }
      : exampleRefusals.deskShut({ desk: desk.id }),
};

const remarkFits: ContentGuard<unknown, unknown, GrantRequest, Rules> = {
  rule: 'remarkFits',
  checkContent: ({ remark = '' }, _state, _reads, { policy: { longest } }) =>
    remark.length > longest ? exampleRefusals.tooLong({ longest }, ['remark']) : { length: remark.length },
};

/** How many other requests are open in a year. */
export const otherRequests = question('request.others', {
  asks: { year: 'integer' },
  answers: { open: 'integer' },
  atMost: 3,
});

const deskIn = (state: RequestState, command: RequestCommand | undefined): string | undefined =>
  state.status === 'none' ? (command?.type === 'DraftRequest' ? command.desk : undefined) : state.desk;
const of =
  <K extends 'unit' | 'campaign'>(key: K) =>
  (state: RequestState, command: RequestCommand | undefined): string | undefined =>
    state.status === 'none' ? (command?.type === 'DraftRequest' ? command[key] : undefined) : state[key];
const desk = reading<RequestState, RequestCommand, DeskState>(deskFold, deskIn);

/** A small dossier: drafted and sent by a unit, granted or refused by an officer of another one, at a desk. */
export const requestLifecycle = lifecycle<RequestState, RequestCommand, RequestEvent, Rules>()(
  {
    fold: requestFold,
    label: text('Đơn', 'Request'),
    states: {
      none: text('Chưa có', 'None'),
      drafted: text('Dự thảo', 'Drafted'),
      sent: text('Đã gửi', 'Sent'),
      granted: text('Đã chấp thuận', 'Granted'),
      refused: text('Đã từ chối', 'Refused'),
    },
    identify: (command, commandId) => ('id' in command ? command.id : derivedId('request', commandId)),
    unitOf: of('unit'),
    campaignOf: of('campaign'),
    classify: (state) => (state.status !== 'none' && state.secret ? 'RESTRICTED' : undefined),
  },
  (on) => ({
    DraftRequest: on({
      label: text('Soạn đơn', 'Draft'),
      from: ['none'],
      to: ['drafted'],
      by: [clerk, head],
      decide: ({ type: _type, ...facts }) => [
        { type: 'RequestDrafted', data: facts },
        { type: 'RequestNumbered', data: { number: 'N-1' } },
      ],
    }),
    AmendRequest: on({
      label: text('Sửa đơn', 'Amend'),
      from: ['drafted'],
      to: ['drafted'],
      by: [clerk, head],
      buildsOn: ['DraftRequest'],
      decide: ({ note }, { note: before }, { policy }) => {
        if (note.length > policy.longest) return exampleRefusals.tooLong({ longest: policy.longest }, ['note']);
        return note === before ? [] : { type: 'RequestAmended', data: { note } };
      },
    }),
    SendRequest: on({
      label: text('Gửi đơn', 'Send'),
      from: ['drafted'],
      to: ['sent'],
      by: [head],
      awaited: true,
      deadline: 'none',
      decide: () => ({ type: 'RequestSent', data: {} }),
    }),
    GrantRequest: on({
      label: text('Chấp thuận đơn', 'Grant'),
      from: ['sent'],
      to: ['granted'],
      by: [officer],
      awaited: true,
      deadline: { rules: ['answer'], due: () => ({ dueAt: '2026-07-10T17:00:00.000Z' }) },
      decision: { needs: ['document'], legalBasis: ['Quy chế mẫu, Điều 1'] },
      apartFrom: ['DraftRequest', 'SendRequest', 'desk.OpenDesk'],
      reads: { desk, others: asking(otherRequests, () => ({ year: 2026 }), unfenced('looked at, never refused for')) },
      guards: [deskIsOpen, remarkFits],
      decide: (_command: GrantRequest) => ({ type: 'RequestGranted', data: {} }),
    }),
    RefuseRequest: on({
      label: text('Từ chối đơn', 'Refuse'),
      from: ['sent'],
      to: ['refused'],
      by: [officer],
      decision: { needs: ['reason'] },
      apartFrom: ['DraftRequest', 'SendRequest'],
      decide: () => ({ type: 'RequestRefused', data: {} }),
    }),
    MisplaceRequest: on({
      label: text('Thất lạc', 'Misplace'),
      from: ['drafted'],
      to: ['refused'],
      by: [clerk],
      decide: () => ({ type: 'RequestSent', data: {} }),
    }),
  }),
);

/** Both lifecycles by name, as an engine takes them. */
export const exampleLifecycles: ReadonlyMap<string, Lifecycle> = new Map([
  ['desk', deskLifecycle as unknown as Lifecycle],
  ['request', requestLifecycle as unknown as Lifecycle],
]);

/** The outcome's code, or `OK`. */
export const codeOf = (outcome: unknown): string => (isRefusal(outcome) ? outcome.code : 'OK');
