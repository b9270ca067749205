import { describe, expect, it } from '@jest/globals';
import type { Role } from '#identity';
import {
  admittedActor,
  caseOf,
  conditionsOf,
  isRefusal,
  type CommandShape,
  type Lifecycle,
  type Transition,
} from '#kernel';
import { loaded } from '#testing';
import type { ReplicationEvent } from './events.js';
import { replicationLifecycle } from './lifecycle.js';
import { adopting, inviting, measured, NOW, ORIGIN, proposed, replication, fine } from './spec-support/examples.js';

const LEAD = 'home-affairs';
type Name = keyof typeof replicationLifecycle.commands;
const table: Lifecycle = replicationLifecycle as never;

/** Asks the table, with a command or, as when actions are explained, without one. */
function asked(
  type: Name,
  past: readonly ReplicationEvent[],
  role: Role,
  unit: string,
  command?: CommandShape & { readonly unit?: string },
  did: readonly Name[] = [],
): string {
  const { state } = replication(past);
  const participants = new Map(did.map((it) => [it, new Set(['person-1'])]));
  const target = loaded(table, 'r', state, { participants });
  const asker = {
    subject: 'person-1',
    grants: [{ id: 'g', role, unit, from: '2026-01-01T00:00:00.000Z' }],
    leadUnit: LEAD,
    now: NOW,
    occurredAt: NOW,
  };
  const matter = { lifecycle: table, type, row: table.commands[type] as Transition };
  const actor = admittedActor(matter, target, asker, command);
  if (isRefusal(actor)) return actor.code;
  const it = caseOf(matter.row, target, command, fine().reads ?? {});
  if (isRefusal(it)) return it.code;
  const found = conditionsOf(matter, it, { now: NOW, occurredAt: NOW, actor, policy: undefined });
  return isRefusal(found) ? found.code : 'admitted';
}

describe('Thẩm quyền trong nhân rộng', () => {
  it('keeps the proposer from deciding, and Home Affairs from deciding at all', () => {
    expect(asked('DecideReplication', [proposed], 'UBND_DECIDER', 'city')).toBe('admitted');
    expect(asked('DecideReplication', [proposed], 'UBND_DECIDER', 'city', undefined, ['ProposeReplication'])).toBe(
      'DUTIES_NOT_SEPARATED',
    );
    expect(asked('DecideReplication', [proposed], 'SNV_LEADER', LEAD)).toBe('NOT_COMPETENT');
  });

  it('explains to each head what that head’s own unit may do', () => {
    expect(asked('AcceptAdoption', inviting, 'UNIT_HEAD', 'ward-2')).toBe('admitted');
    expect(asked('AcceptAdoption', inviting, 'UNIT_HEAD', ORIGIN)).toBe('ADOPTION_NOT_THERE');
    expect(asked('AcceptAdoption', inviting, 'UNIT_HEAD', 'ward-9')).toBe('ADOPTION_NOT_THERE');
    expect(asked('AcceptAdoption', inviting, 'UNIT_CLERK', 'ward-2')).toBe('NOT_COMPETENT');
  });

  it('lets Home Affairs confirm others’ adoptions, and the office those of Home Affairs', () => {
    const shown = [...adopting, measured('ward-2')];
    const confirm = (unit: string) => ({ type: 'ConfirmAdoption', id: 'r', unit });
    expect(asked('ConfirmAdoption', shown, 'SNV_OFFICER', LEAD, confirm('ward-2'))).toBe('admitted');
    expect(asked('ConfirmAdoption', shown, 'SNV_OFFICER', LEAD, confirm(LEAD))).toBe('NOT_COMPETENT');
    expect(asked('ConfirmAdoption', shown, 'VPUB', 'office', confirm(LEAD))).toBe('admitted');
    expect(asked('ConfirmAdoption', shown, 'SNV_OFFICER', LEAD, confirm('ward-2'), ['StartAdoption'])).toBe(
      'DUTIES_NOT_SEPARATED',
    );
  });

  it('leaves Home Affairs’ own model to the office', () => {
    const propose = { type: 'ProposeReplication', unit: LEAD };
    expect(asked('ProposeReplication', [], 'SNV_LEADER', LEAD, propose)).toBe('NOT_COMPETENT');
    expect(asked('ProposeReplication', [], 'VPUB', 'office', propose)).toBe('admitted');
  });
});
