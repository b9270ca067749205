import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { ROLES, type Role } from '#identity';
import { competentActor, isRefusal, type Grant, type Lifecycle, type Reach, type Transition } from '#kernel';
import { lifecycleModules } from '#lifecycles';
import { readMatrix } from '../testing/matrix-file.js';

const NOW = '2026-09-01T02:00:00.000Z';
const LEAD = 'unit-that-leads';
const matrix = readMatrix();

/** How the actor's unit stands to the case: each relation as the units of the case and of the actor. */
const RELATIONS = {
  'own unit': { units: ['unit-a'], actor: 'unit-a' },
  'another unit': { units: ['unit-a'], actor: 'unit-b' },
  'the leading unit, from elsewhere': { units: [LEAD], actor: 'unit-b' },
  'the leading unit, from within': { units: [LEAD], actor: LEAD },
  'no unit at all': { units: [], actor: 'unit-b' },
  'several units, the own among them': { units: ['unit-b', 'unit-a'], actor: 'unit-a' },
} as const;
type Relation = keyof typeof RELATIONS;

/** What each word of the matrix means, written down once more and independently of the engine. */
const MEANING: Readonly<Record<Reach, readonly Relation[]>> = {
  ownUnit: ['own unit', 'the leading unit, from within', 'several units, the own among them'],
  otherUnits: ['another unit', 'the leading unit, from elsewhere'],
  leadUnit: ['the leading unit, from elsewhere'],
  anyUnit: Object.keys(RELATIONS) as Relation[],
};

interface Attempt {
  readonly lifecycle: Lifecycle;
  readonly command: string;
  readonly row: Transition;
  readonly role: string;
  readonly relation: Relation;
  readonly grant?: Partial<Grant>;
}

function mayDo({ lifecycle, command, row, role, relation, grant }: Attempt): boolean {
  const { units, actor } = RELATIONS[relation];
  const held: Grant = { id: 'grant-1', role, unit: actor, from: '2026-01-01T00:00:00.000Z', ...grant };
  const asker = { subject: 'subject-1', grants: [held], leadUnit: LEAD, now: NOW, occurredAt: NOW };
  const found = competentActor({ lifecycle, type: command, row }, asker, units);
  if (isRefusal(found)) expect(found.code).toBe('NOT_COMPETENT');
  return !isRefusal(found);
}

const commands = lifecycleModules.flatMap(({ lifecycle }) =>
  Object.entries(lifecycle.commands).map(([command, row]) => ({
    lifecycle,
    command,
    row,
    name: `${lifecycle.name}.${command}`,
  })),
);
const relations = Object.keys(RELATIONS) as Relation[];

describe('the authorization matrix', () => {
  it('has a line for every command and a column for every role, and no other', () => {
    expect([...matrix.keys()].sort()).toEqual(commands.map(({ name }) => name).sort());
    for (const columns of matrix.values()) expect([...columns.keys()]).toEqual(Object.keys(ROLES));
  });

  it.each(commands.map((it) => [it.name, it] as const))(
    '%s is possible for exactly those whom it names',
    (name, { lifecycle, command, row }) => {
      const columns = matrix.get(name);
      for (const role of Object.keys(ROLES) as Role[]) {
        const meant = new Set((columns?.get(role) ?? []).flatMap((reach) => MEANING[reach]));
        const found = relations.filter((relation) => mayDo({ lifecycle, command, row, role, relation }));
        expect({ role, may: found }).toEqual({ role, may: relations.filter((relation) => meant.has(relation)) });
      }
    },
  );

  it('counts no grant that has ended, has not begun, or is limited to other commands', () => {
    const idle: Partial<Grant>[] = [
      { to: NOW },
      { from: '2026-09-01T02:00:00.001Z' },
      { commands: ['plan.Nothing'] },
      { onBehalfOf: 'somebody' },
    ];
    for (const { lifecycle, command, row } of commands)
      for (const role of Object.keys(ROLES))
        for (const grant of idle)
          expect(mayDo({ lifecycle, command, row, role, relation: 'own unit', grant })).toBe(false);
  });

  it('knows no role that nobody can be granted', () => {
    for (const { row } of commands) for (const { role } of row.by) expect(Object.keys(ROLES)).toContain(role);
  });
});
