import { describe, expect, it } from '@jest/globals';
import { lifecycle, reading, text, type Fold, type Guard, type Loaded } from './index.js';
import { deskFold, type DeskState } from './spec-support/example.js';

type State = { readonly status: 'none' } | { readonly status: 'open'; readonly since: string } | { readonly status: 'shut' };
type Command = { readonly type: 'Open'; readonly since: string } | { readonly type: 'Shut' };
type Event = { readonly type: 'Opened'; readonly data: { readonly since: string } } | { readonly type: 'Shut'; readonly data: Record<string, never> };

const label = text('Nhãn', 'Label');
const fold: Fold<State, Event> = { name: 'door', initial: { status: 'none' }, evolve: (state) => state, events: { Opened: { label, kind: 'step' }, Shut: { label, kind: 'step' } } };
const head = { fold, label, states: { none: label, open: label, shut: label }, identify: () => 'id', unitOf: () => undefined, campaignOf: () => undefined };
const by = [{ role: 'KEEPER', over: 'anyUnit' }] as const;
const opened = (): Event => ({ type: 'Opened', data: { since: '' } });
const shut = (): Event => ({ type: 'Shut', data: {} });
const define = lifecycle<State, Command, Event, { readonly deadlines: { readonly answer: number } }>();

const needsDesk: Guard<unknown, { readonly desk: Loaded<DeskState> }> = { rule: 'needsDesk', check: () => ({}) };
const needsSince: Guard<{ readonly since: string }, unknown> = { rule: 'needsSince', check: ({ since }) => ({ since }) };
const desk = reading<State, Command, DeskState>(deskFold, () => 'd1');

describe('the compiler', () => {
  it('takes a whole table', () => {
    const door = define(head, (on) => ({
      Open: on({ label, from: ['none'], to: ['open'], by, decide: opened }),
      Shut: on({ label, from: ['open'], to: ['shut'], by, reads: { desk }, guards: [needsDesk, needsSince], awaited: true, deadline: { rules: ['answer'], due: ({ since }) => ({ dueAt: since }) }, decide: (_command, state) => (state.since ? shut() : opened()) }),
    }));
    expect(Object.keys(door.commands)).toEqual(['Open', 'Shut']);
    expect(door.commands.Open).toMatchObject({ apartFrom: [], awaited: false, guards: [], reads: {} });
  });

  it('refuses the rest', () => {
    const refused = [
      // @ts-expect-error a state that no command reaches: shut
      () => define(head, (on) => ({ Open: on({ label, from: ['none'], to: ['open'], by, decide: opened }), Shut: on({ label, from: ['open'], to: ['open'], by, decide: opened }) })),
      // @ts-expect-error a command without a row: Shut
      () => define(head, (on) => ({ Open: on({ label, from: ['none'], to: ['open', 'shut'], by, decide: opened }) })),
      () => define(head, (on) => ({
        Open: on({ label, from: ['none'], to: ['open'], by, decide: opened }),
        // @ts-expect-error a guard that looks at a stream which is not read
        Shut: on({ label, from: ['open'], to: ['shut'], by, guards: [needsDesk], decide: shut }),
      })),
      () => define(head, (on) => ({
        Open: on({ label, from: ['none'], to: ['open'], by, decide: opened }),
        // @ts-expect-error a decider that looks at a stream which is not read
        Shut: on({ label, from: ['open'], to: ['shut'], by, decide: (_command, _state, _context, reads: { readonly desk: Loaded<DeskState> }) => (reads.desk ? shut() : opened()) }),
      })),
      () => define(head, (on) => ({
        // @ts-expect-error a guard that looks at what the state before the first event has not
        Open: on({ label, from: ['none'], to: ['open'], by, guards: [needsSince], decide: opened }),
        Shut: on({ label, from: ['open'], to: ['shut'], by, decide: shut }),
      })),
      () => define(head, (on) => ({
        Open: on({ label, from: ['none'], to: ['open'], by, decide: opened }),
        // @ts-expect-error a decider that takes a state from which its row does not start
        Shut: on({ label, from: ['open'], to: ['shut'], by, decide: (_command, state: { readonly status: 'shut' }) => (state.status ? shut() : opened()) }),
      })),
      () => define(head, (on) => ({
        Open: on({ label, from: ['none'], to: ['open'], by, decide: opened }),
        // @ts-expect-error a state that does not exist
        Shut: on({ label, from: ['ajar'], to: ['shut'], by, decide: shut }),
      })),
      () => define(head, (on) => ({
        Open: on({ label, from: ['none'], to: ['open'], by, decide: opened }),
        // @ts-expect-error an event that does not exist
        Shut: on({ label, from: ['open'], to: ['shut'], by, decide: () => ({ type: 'Slammed', data: {} }) }),
      })),
      () => define(head, (on) => ({
        Open: on({ label, from: ['none'], to: ['open'], by, decide: opened }),
        // @ts-expect-error a deadline that the policy does not know
        Shut: on({ label, from: ['open'], to: ['shut'], by, deadline: { rules: ['never'], due: () => undefined }, decide: shut }),
      })),
      () => define(head, (on) => ({
        Open: on({ label, from: ['none'], to: ['open'], by, decide: opened }),
        // @ts-expect-error a deadline that looks at what a state from which its row does not start has
        Shut: on({ label, from: ['open'], to: ['shut'], by, deadline: { rules: [], due: (state: { readonly status: 'shut' }) => ({ dueAt: state.status }) }, decide: shut }),
      })),
      () => define(head, (on) => ({
        Open: on({ label, from: ['none'], to: ['open'], by, decide: opened }),
        // @ts-expect-error somebody waits, and neither until when is said nor that there is no deadline
        Shut: on({ label, from: ['open'], to: ['shut'], by, awaited: true, decide: shut }),
      })),
    ];
    expect(refused).toHaveLength(11);
  });
});
