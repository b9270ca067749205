import { describe, expect, it } from '@jest/globals';
import { personal } from '#kernel';
import { recipientFold, recipientKey } from '#lifecycles/recipient';
import { given, loaded } from '#testing';
import type { JoinPersons } from './commands.js';
import type { PersonEvent } from './events.js';
import { personLifecycle } from './lifecycle.js';
import { survivorOf, type PersonState } from './state.js';

const [double, person] = [personal('p-2', 'Lê Thị Lan'), personal('p-1', 'Lê Thị Lan\nPhó Chủ tịch')];
const join: JoinPersons = { type: 'JoinPersons', double, person };
const joined: PersonEvent = { type: 'PersonsJoined', data: { double, person } };
const alone = { reads: { other: { state: { status: 'none' } }, holds: [] }, reason: 'Cùng một người' };

const onHold = loaded(recipientFold, recipientKey({ person: double }), {
  status: 'held',
  recipient: { person: double },
  holds: [],
  ended: [],
});

describe('two identities', () => {
  it('are joined by somebody who says why, with what both were registered as', () => {
    const result = given(personLifecycle, []).when(join, alone);
    expect(result.events).toEqual([joined]);
    expect(result.status).toBe('joined');
    expect(result.rules).toEqual(expect.arrayContaining(['areTwoIdentities', 'personStandsAlone', 'joinsOthers']));
  });

  it('are not joined without a reason', () => {
    expect(given(personLifecycle, []).when(join, { ...alone, reason: '' }).refusal?.code).toBe('REASON_REQUIRED');
  });

  it('are separated when that was wrong, and may be joined again', () => {
    const separated = given(personLifecycle, [joined]).when({ type: 'SeparatePersons', id: 'p-2' }, alone);
    expect(separated).toMatchObject({ events: [{ type: 'PersonsSeparated' }], status: 'separated' });
    const again = given(personLifecycle, [joined, { type: 'PersonsSeparated', data: {} }]).when(join, alone);
    expect(again.status).toBe('joined');
  });

  it.each<[string, JoinPersons, object, string, readonly string[]]>([
    ['one and the same', { ...join, double: person }, alone, 'PERSON_IS_ITSELF', ['person']],
    [
      'one of which has just been joined to a third',
      join,
      { ...alone, reads: { ...alone.reads, other: { state: { status: 'joined' } } } },
      'PERSON_IS_DOUBLE',
      ['person'],
    ],
    [
      'of which the double is on hold',
      join,
      {
        ...alone,
        reads: { ...alone.reads, holds: [onHold] },
      },
      'PERSON_ON_HOLD',
      ['double'],
    ],
    ['the actor’s own', join, { ...alone, actor: { subject: 'p-1' } }, 'PERSON_IS_ACTOR', ['person']],
    [
      'of whom the actor stands in for one',
      join,
      { ...alone, actor: { onBehalfOf: 'p-2' } },
      'PERSON_IS_ACTOR',
      ['double'],
    ],
  ])('that are %s are not joined', (_what, command, around, code, path) => {
    expect(given(personLifecycle, []).when(command, around)).toMatchObject({ events: [], refusal: { code, path } });
  });

  it('are not separated by one of them', () => {
    const result = given(personLifecycle, [joined]).when(
      { type: 'SeparatePersons', id: 'p-2' },
      { ...alone, actor: { subject: 'p-1' } },
    );
    expect(result.refusal?.code).toBe('PERSON_IS_ACTOR');
  });
});

describe('who stands for an identity', () => {
  const among = (into: Readonly<Record<string, string>>) => (id: string) =>
    survivorOf(id, async (it): Promise<PersonState> => {
      const next = into[it];
      return next === undefined ? { status: 'none' } : { status: 'joined', double, person: personal(next, 'x') };
    });

  it('is itself, or whom it was joined to, however far', async () => {
    const who = among({ c: 'b', b: 'a' });
    expect(await Promise.all(['a', 'b', 'c'].map(who))).toEqual(['a', 'a', 'a']);
  });

  it('is the same for all of those who were joined to each other at the same time', async () => {
    const who = among({ a: 'b', b: 'a', c: 'b' });
    expect(await Promise.all(['a', 'b', 'c'].map(who))).toEqual(['a', 'a', 'a']);
  });
});
