import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ReplicationCommand } from './commands.js';
import type { ReplicationEvent } from './events.js';
import { calling, fine, inviting, model, ORIGIN, proposed, replication, unit } from './spec-support/examples.js';
import { spreadOf, type AdoptionStatus, type Replication, type ReplicationState } from './state.js';

const id = 'replication-1';
const UNITS = [ORIGIN, 'ward-2', 'ward-3', 'ward-4'];
const anyUnit = fc.constantFrom(...UNITS);
const plain = fc
  .constantFrom<ReplicationCommand['type']>(
    'WithdrawReplication',
    'RefuseReplication',
    'HaltReplication',
    'CloseReplication',
  )
  .map((type) => ({ type, id }) as ReplicationCommand);
const step = fc.constantFrom<ReplicationCommand['type']>(
  'AcceptAdoption',
  'DeclineAdoption',
  'ConfirmAdoption',
  'FailAdoption',
);

const command: fc.Arbitrary<ReplicationCommand> = fc.oneof(
  plain,
  fc
    .record({ units: fc.subarray(UNITS), mandatory: fc.boolean(), selected: fc.boolean() })
    .map(({ units, mandatory, selected }): ReplicationCommand => ({
      type: 'DecideReplication',
      id,
      scope: selected ? 'SELECTED' : 'CITY_WIDE',
      mandatory,
      units: selected ? units : [],
    })),
  fc.constant<ReplicationCommand>({ type: 'PublishReplicationGuide', id, guide: 'Hướng dẫn' }),
  {
    weight: 2,
    arbitrary: fc
      .subarray(UNITS, { minLength: 1 })
      .map((units): ReplicationCommand => ({ type: 'InviteUnits', id, units })),
  },
  { weight: 6, arbitrary: fc.record({ type: step, unit: anyUnit }).map((it) => ({ id, ...it }) as ReplicationCommand) },
  {
    weight: 3,
    arbitrary: anyUnit.map((it): ReplicationCommand => ({
      type: 'StartAdoption',
      id,
      unit: it,
      model: `model-of-${it}`,
    })),
  },
  {
    weight: 2,
    arbitrary: anyUnit.map((it): ReplicationCommand => ({
      type: 'MeasureAdoption',
      id,
      unit: it,
      on: '2026-11-30',
      measures: [{ name: 'x', after: 1 }],
    })),
  },
);

/** Carries out what is allowed and passes over the rest, as a service does. */
function live(
  begun: readonly ReplicationEvent[],
  commands: readonly ReplicationCommand[],
): readonly {
  readonly before: ReplicationState;
  readonly events: readonly ReplicationEvent[];
  readonly after: Replication;
}[] {
  let past = begun;
  return commands.map((next) => {
    const before = replication(past).state;
    const acting = 'unit' in next ? next.unit : 'home-affairs';
    const reads = {
      units: 'units' in next ? next.units.map((it) => unit(it)) : [],
      adopted: model({ unit: acting, derivedFrom: 'model-1' }, `model-of-${acting}`),
    };
    const { events } = replication(past).when(next, fine({ actor: { unit: acting }, reads }));
    past = [...past, ...events];
    return { before, events, after: replication(past).state as Replication };
  });
}

const lives = fc
  .tuple(
    fc.constantFrom<readonly ReplicationEvent[]>([proposed], calling, inviting),
    fc.array(command, { maxLength: 40 }),
  )
  .map((it) => live(...it));

/** Where an adoption may go from each step in one go. */
const NEXT: Readonly<Record<AdoptionStatus, readonly AdoptionStatus[]>> = {
  INVITED: ['ACCEPTED', 'DECLINED'],
  ACCEPTED: ['ADOPTING', 'FAILED'],
  DECLINED: ['INVITED'],
  ADOPTING: ['CONFIRMED', 'FAILED'],
  CONFIRMED: [],
  FAILED: ['INVITED'],
};

describe('Mọi diễn biến của việc nhân rộng', () => {
  it('never lets the origin adopt its own model, and lists each unit once', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        for (const { after } of steps) {
          const units = after.adoptions.map((it) => it.unit);
          expect(units).not.toContain(ORIGIN);
          expect(new Set(units).size).toBe(units.length);
        }
      }),
    );
  });

  it('takes each adoption one lawful step at a time', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        for (const { before, after } of steps) {
          for (const { unit: it, status } of (before as Replication).adoptions) {
            const then = after.adoptions.find((adoption) => adoption.unit === it)?.status;
            expect([status, ...NEXT[status]]).toContain(then);
          }
        }
      }),
    );
  });

  it('waits for an answer exactly from those who are invited', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        for (const { after } of steps)
          for (const { status, dueAt } of after.adoptions) expect(dueAt !== undefined).toBe(status === 'INVITED');
      }),
    );
  });

  it('spreads only over units with a model of their own, and keeps to the decision’s selection', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        for (const { after } of steps) {
          expect(spreadOf(after)).toBe(
            after.adoptions.filter((it) => ['ADOPTING', 'CONFIRMED'].includes(it.status) && it.model !== undefined)
              .length,
          );
          if (after.scope === 'SELECTED')
            for (const { unit: it } of after.adoptions) expect(after.selected).toContain(it);
        }
      }),
    );
  });
});
