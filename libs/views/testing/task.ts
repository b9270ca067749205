import { by, type Audience } from '#identity';
import { lifecycle, question, text, type Lifecycle, type Recorded, type WindowRef } from '#kernel';
import { answer, entityView, type EntityView } from '../entity-view.js';

/** An example to build views of: a task that is opened, shared, renamed and closed. */
export type TaskState =
  | { readonly status: 'none' }
  | {
      readonly status: 'open' | 'closed';
      readonly title: string;
      readonly unit: string;
      readonly score: number | null;
      readonly audience: Audience;
      readonly restricted: boolean;
      readonly helpers: readonly string[];
      readonly subject?: string;
      readonly dueAt?: string;
      readonly window?: WindowRef;
    };

/** What opens a task. */
export interface TaskOpening {
  readonly title: string;
  readonly unit: string;
  readonly score: number | null;
  readonly audience: Audience;
  readonly restricted: boolean;
  readonly subject?: string;
  readonly dueAt?: string;
  readonly window?: WindowRef;
}

/** The events of a task. */
export type TaskEvent =
  | { readonly type: 'TaskOpened'; readonly data: TaskOpening }
  | { readonly type: 'TaskRenamed'; readonly data: { readonly title: string } }
  | { readonly type: 'TaskScored'; readonly data: { readonly score: number } }
  | { readonly type: 'HelperJoined'; readonly data: { readonly unit: string } }
  | { readonly type: 'TaskClosed'; readonly data: { readonly at: string } };

type TaskCommand = { readonly type: 'OpenTask' } | { readonly type: 'CloseTask' };

/** The state after an event. */
export function evolveTask(state: TaskState, { event }: Pick<Recorded<TaskEvent>, 'event'>): TaskState {
  if (event.type === 'TaskOpened') return { status: 'open', helpers: [], ...event.data };
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'TaskRenamed':
      return { ...state, title: event.data.title };
    case 'TaskScored':
      return { ...state, score: event.data.score };
    case 'HelperJoined':
      return { ...state, helpers: [...state.helpers, event.data.unit] };
    case 'TaskClosed':
      return { ...state, status: 'closed' };
    default:
      return event satisfies never;
  }
}

/** The example's lifecycle, under any name. */
export const taskLifecycle = (name = 'task'): Lifecycle<TaskState, TaskCommand, TaskEvent> =>
  lifecycle<TaskState, TaskCommand, TaskEvent>()(
    {
      fold: {
        name,
        initial: { status: 'none' },
        evolve: evolveTask,
        events: {
          TaskOpened: { label: text('Đã mở', 'Opened'), kind: 'step' },
          TaskRenamed: { label: text('Đã đổi tên', 'Renamed'), kind: 'step' },
          TaskScored: { label: text('Đã chấm', 'Scored'), kind: 'step' },
          HelperJoined: { label: text('Đã có đơn vị phối hợp', 'Helper joined'), kind: 'step' },
          TaskClosed: { label: text('Đã đóng', 'Closed'), kind: 'step' },
        },
      },
      label: text('Việc', 'Task'),
      states: { none: text('Chưa có', 'None'), open: text('Đang làm', 'Open'), closed: text('Đã xong', 'Closed') },
      identify: (_command, commandId) => commandId,
      unitOf: (state) => (state.status === 'none' ? undefined : state.unit),
      campaignOf: () => undefined,
    },
    (on) => ({
      OpenTask: on({ label: text('Mở', 'Open'), from: ['none'], to: ['open'], by: [by.system], decide: () => [] }),
      CloseTask: on({
        label: text('Đóng', 'Close'),
        from: ['open'],
        to: ['closed'],
        by: [by.system],
        awaited: true,
        deadline: { rules: [], due: ({ dueAt, window }) => (window ? { window } : { dueAt }) },
        decide: () => [],
      }),
    }),
  );

/** Which tasks of a unit are open. */
export const openTasks = (name = 'task') =>
  question(`${name}.openOf`, { asks: { unit: 'text' }, answers: { id: 'text', title: 'text' }, atMost: 5 });

/** What a spec may make of the example's view. */
export interface TaskViewChoices {
  readonly name?: string;
  readonly version?: number;
  /** Called for each column that is computed: may throw as a handler of ours could. */
  readonly onTitle?: (title: string) => void;
}

/** The example's view. */
export function taskView({
  name,
  version = 1,
  onTitle = () => undefined,
}: TaskViewChoices = {}): EntityView<TaskState> {
  const of = taskLifecycle(name);
  return entityView<TaskState>()({
    lifecycle: of,
    version,
    concerns: { unit: 'none', campaign: 'none', year: 'none' },
    columns: {
      ownUnit: { type: 'TEXT', of: (state) => (state.status === 'none' ? undefined : state.unit) },
      score: { type: 'INTEGER', of: (state) => (state.status === 'none' ? undefined : state.score) },
      title: {
        type: 'TEXT',
        of: (state) => {
          if (state.status === 'none') return undefined;
          onTitle(state.title);
          return state.title;
        },
      },
    },
    keys: [['ownUnit']],
    orders: ['score', 'title'],
    parts: {
      helpers: {
        columns: { helperUnit: 'TEXT' },
        of: (state) => (state.status === 'none' ? [] : state.helpers.map((helperUnit) => ({ helperUnit }))),
      },
    },
    answers: [
      answer(
        openTasks(of.name),
        `SELECT id, title FROM "${of.name}" WHERE own_unit = :unit AND status = 'open' ORDER BY id`,
      ),
    ],
    audience: (state) => (state.status === 'none' ? 'PARTIES' : state.audience),
    restricted: (state) => state.status !== 'none' && state.restricted,
    parties: (state) =>
      state.status === 'none'
        ? { units: [] }
        : { units: [state.unit, ...state.helpers], subjects: state.subject === undefined ? [] : [state.subject] },
    search: (state) => (state.status === 'none' ? '' : state.title),
  });
}
