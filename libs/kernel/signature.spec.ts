import { describe, expect, it } from '@jest/globals';
import { isRefusal, unborn, type ActorRecord, type Grant, type Transition } from './index.js';
import { requestConditions } from './request-rules.js';
import { requestLifecycle } from './spec-support/example.js';
import { DRAFT, grant, NOW, PAPER } from './spec-support/house.js';

const SIGNED = '2026-08-30';
const row = requestLifecycle.commands.GrantRequest as unknown as Transition;
const signing: Transition = { ...row, decision: { needs: ['document'], signedByActor: true } };
const actor: ActorRecord = { subject: 'officer', role: 'OFFICER', unit: 'office', grant: 'OFFICER-office' };
const localDate = (instant: string): string => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);

const asked = (held: readonly Grant[], signedOn = SIGNED, transition = signing, as = actor) => {
  const found = requestConditions({
    row: transition,
    request: {
      commandId: 'c',
      lifecycle: 'request',
      subject: 'officer',
      command: DRAFT,
      document: { ...PAPER, signedOn },
    },
    target: unborn(requestLifecycle as never, 'r'),
    actor: as,
    grants: held,
    now: NOW,
    policy: undefined,
    localDate,
  });
  return isRefusal(found) ? found.code : 'OK';
};

describe('who signs a paper holds the power on that civil day', () => {
  const office = (from: string, to?: string): Grant => grant('OFFICER', 'office', { from, ...(to && { to }) });

  it.each([
    ['from late on the day before', office('2026-08-29T16:59:59.999Z'), 'OK'],
    ['from some time that day', office('2026-08-30T16:59:59.999Z'), 'OK'],
    ['from the next day', office('2026-08-30T17:00:00.000Z'), 'POWER_NOT_IN_FORCE_WHEN_SIGNED'],
    [
      'until the first instant of that day',
      office('2026-01-01T00:00:00.000Z', '2026-08-29T17:00:00.000Z'),
      'POWER_NOT_IN_FORCE_WHEN_SIGNED',
    ],
    ['until some time that day', office('2026-01-01T00:00:00.000Z', '2026-08-29T17:00:00.001Z'), 'OK'],
    ['at another unit', grant('OFFICER', 'ward'), 'POWER_NOT_IN_FORCE_WHEN_SIGNED'],
    ['in another role', grant('CLERK', 'office'), 'POWER_NOT_IN_FORCE_WHEN_SIGNED'],
    ['for somebody else', grant('OFFICER', 'office', { onBehalfOf: 'x' }), 'POWER_NOT_IN_FORCE_WHEN_SIGNED'],
  ])('%s', (_, held, code) => expect(asked([held])).toBe(code));

  it('by whichever grant of the same power: one that was renewed since counts', () => {
    expect(
      asked([office('2026-01-01T00:00:00.000Z', '2026-08-31T00:00:00.000Z'), office('2026-08-31T00:00:00.000Z')]),
    ).toBe('OK');
  });

  it('under the same delegation of the same person', () => {
    const held = [grant('OFFICER', 'office', { onBehalfOf: 'head' })];
    expect(asked(held, SIGNED, signing, { ...actor, onBehalfOf: 'head' })).toBe('OK');
  });

  it('where the paper bears that signature, and nowhere else', () => expect(asked([], SIGNED, row)).toBe('OK'));
});
