import { describe, expect, it } from '@jest/globals';
import { lifecycle, standingIn, text, type Due, type Window } from './index.js';

type State =
  | { readonly status: 'none' }
  | {
      readonly status: 'open';
      readonly waits: Due | readonly Due[] | undefined;
      readonly windows: readonly Window[];
      readonly ticks?: Due;
    }
  | { readonly status: 'shut' };
type Command = { readonly type: 'Open' | 'Shut' | 'Knock' | 'Ring' | 'Tick' };
type Event = { readonly type: 'Opened'; readonly data: Record<string, never> };

const label = text('Nhãn', 'Label');
const decide = (): Event => ({ type: 'Opened', data: {} });
const by = [{ role: 'KEEPER', over: 'anyUnit' }] as const;

const door = lifecycle<State, Command, Event>()(
  {
    fold: {
      name: 'door',
      initial: { status: 'none' },
      evolve: (state) => state,
      events: { Opened: { label, kind: 'step' } },
    },
    label,
    states: { none: label, open: label, shut: label },
    identify: () => 'id',
    unitOf: () => undefined,
    campaignOf: () => undefined,
    windows: (state) => (state.status === 'open' ? state.windows : []),
  },
  (on) => ({
    Open: on({ label, from: ['none'], to: ['open'], by, decide }),
    Shut: on({
      label,
      from: ['open'],
      to: ['shut'],
      by,
      awaited: true,
      deadline: { rules: [], due: ({ waits }) => waits },
      decide,
    }),
    Knock: on({ label, from: ['open', 'shut'], to: ['open'], by, awaited: true, deadline: 'none', decide }),
    Tick: on({ label, from: ['open'], to: ['open'], by, timer: { rules: [], due: ({ ticks }) => ticks }, decide }),
    Ring: on({
      label,
      from: ['shut'],
      to: ['open'],
      by,
      deadline: { rules: [], due: () => ({ dueAt: '2026-08-01' }) },
      decide,
    }),
  }),
);

const open = (waits: Due | readonly Due[] | undefined, windows: readonly Window[] = [], ticks?: Due): State => ({
  status: 'open',
  waits,
  windows,
  ...(ticks && { ticks }),
});
const knock = { command: 'Knock', kind: 'duty' };

describe('what waits in a state', () => {
  it.each<[string, State, readonly object[]]>([
    ['is nothing before the first event', { status: 'none' }, []],
    [
      'is a step with its instant',
      open({ dueAt: '2026-07-01' }),
      [{ command: 'Shut', kind: 'duty', dueAt: '2026-07-01' }, knock],
    ],
    [
      'is a step until a window ends',
      open({ window: { campaign: 'c', year: 2026, name: 'w' } }),
      [{ command: 'Shut', kind: 'duty', window: { campaign: 'c', year: 2026, name: 'w' } }, knock],
    ],
    [
      'is a step for each of whom it waits for',
      open([{ whom: 'a', dueAt: '1' }, { whom: 'b' }]),
      [{ command: 'Shut', kind: 'duty', whom: 'a', dueAt: '1' }, { command: 'Shut', kind: 'duty', whom: 'b' }, knock],
    ],
    ['leaves out a step that does not wait at present', open(undefined), [knock]],
    [
      'is a right that lapses, where nobody waits',
      { status: 'shut' },
      [knock, { command: 'Ring', kind: 'right', dueAt: '2026-08-01' }],
    ],
  ])('%s', (_, state, expected) => expect(standingIn(door, 'd', state)).toEqual(expected));

  it('is a step of the system’s own, from an instant on', () => {
    expect(standingIn(door, 'd', open(undefined, [], { dueAt: '2026-07-01' }))).toContainEqual({
      command: 'Tick',
      kind: 'timer',
      dueAt: '2026-07-01',
    });
    expect(standingIn(door, 'd', open(undefined)).map(({ kind }) => kind)).not.toContain('timer');
  });

  it('is a window of its own while that is open', () => {
    const kept = { name: 'w', before: '2026-07-01', year: 2026 };
    const state = open(undefined, [
      { ...kept, open: true },
      { ...kept, year: 2025, open: false },
    ]);
    expect(standingIn(door, 'd', state)).toEqual([
      knock,
      { kind: 'window', window: { campaign: 'd', year: 2026, name: 'w' } },
    ]);
  });
});
