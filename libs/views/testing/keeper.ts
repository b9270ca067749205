import { by } from '#identity';
import { lifecycle, text, type Recorded, type Window } from '#kernel';
import { entityView } from '../entity-view.js';

/** An example of a dossier that keeps windows for others. */
export type KeeperState =
  { readonly status: 'none' } | { readonly status: 'open'; readonly windows: readonly Window[] };

/** The event that opens a window, moves it, or closes it. */
export type KeeperEvent = { readonly type: 'WindowSet'; readonly data: Window };

function evolve(state: KeeperState, { event }: Pick<Recorded<KeeperEvent>, 'event'>): KeeperState {
  const { year, name } = event.data;
  const others = state.status === 'none' ? [] : state.windows.filter((it) => it.year !== year || it.name !== name);
  return { status: 'open', windows: [...others, event.data] };
}

const keeperLifecycle = lifecycle<KeeperState, { readonly type: 'SetWindow' }, KeeperEvent>()(
  {
    fold: {
      name: 'keeper',
      initial: { status: 'none' },
      evolve,
      events: { WindowSet: { label: text('Đặt hạn', 'Window set'), kind: 'step' } },
    },
    label: text('Năm', 'Keeper'),
    states: { none: text('Chưa có', 'None'), open: text('Đang mở', 'Open') },
    identify: (_command, commandId) => commandId,
    unitOf: () => undefined,
    campaignOf: () => undefined,
    windows: (state) => (state.status === 'none' ? [] : state.windows),
  },
  (on) => ({
    SetWindow: on({
      label: text('Đặt hạn', 'Set a window'),
      from: ['none', 'open'],
      to: ['open'],
      by: [by.system],
      decide: () => [],
    }),
  }),
);

/** The example's view. */
export const keeperView = entityView<KeeperState>()({
  lifecycle: keeperLifecycle,
  version: 1,
  concerns: { unit: 'none', campaign: 'none', year: 'none' },
  columns: {},
  audience: () => 'EVERYONE',
  parties: () => ({ units: [] }),
});
