import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HUE_UNITS } from '#seed';
import { expectRefused } from '../testing/expect-refusal.js';
import { accepted, bring, CAMPAIGN, draft, paper, plan, unit } from '../testing/plans.js';
import { startService, type RunningService } from '../testing/running-service.js';

const OBLIGATED = HUE_UNITS.filter(({ obligated }) => obligated).map(({ key }) => key);
/** One whose plan is accepted, one that has sent its plan, one whose plan came back, one that has not sent it, one without. */
const [DONE = '', SENT = '', BACK = '', KEPT = '', IDLE = ''] = HUE_UNITS.filter(
  ({ obligated, code }) => obligated && code !== undefined,
).map(({ key }) => key);
const YEAR = { id: CAMPAIGN, year: 2026 };
const today = { year: 2026, signedOn: '2026-12-20' };

let kheo: RunningService;
const leader = () => kheo.as('snv.leader');
const official = () => kheo.as('snv.officer');

beforeAll(async () => {
  kheo = await startService();
  await bring(kheo, DONE, 'accepted');
  await bring(kheo, SENT, 'submitted');
  await bring(kheo, BACK, 'received');
  await accepted(official(), 'returnPlan', { id: plan(BACK), reason: 'Thiếu thời hạn' });
  await bring(kheo, KEPT, 'issued');
}, 60_000);
afterAll(() => kheo.stop());

interface Shown {
  readonly key: string;
  readonly reading: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly frozenAt: string | null;
  readonly figuresHash: string | null;
}
const targets = async (): Promise<readonly Shown[]> => {
  const asked = '{ targets(year: 2026) { key reading numerator denominator frozenAt figuresHash } }';
  return (await kheo.as('auditor').query<{ targets: readonly Shown[] }>(asked)).targets;
};
const counted = (all: readonly Shown[]) =>
  all.map(({ key, reading, numerator, denominator }) => [key, reading, numerator, denominator]);
const cycle = async () => {
  const asked = `{ campaign(id: "${CAMPAIGN}") { cycles { year phase closedAt figuresHash missed { duty unit } } } }`;
  return (await kheo.as('auditor').query<{ campaign: { cycles: readonly object[] } }>(asked)).campaign.cycles[0];
};
const refused = (sub: string, mutation: string, input: object, code: string, path?: readonly string[]) =>
  expectRefused(kheo, kheo.as(sub), mutation, input, { code, ...(path && { path }) });
const missed = (duty: string, units: readonly string[]) => ({
  ...{ ...YEAR, duty, units: units.map(unit), reason: 'Hết hạn, đã đôn đốc' },
  document: { issuer: 'Sở Nội vụ', type: 'TB', number: '90/TB-SNV', ...today },
});

/** The steps build on each other: a year closes once. */
describe('Closing a year', () => {
  it('does not begin before its time is over', () =>
    refused('snv.leader', 'freezeCycle', YEAR, 'YEAR_NOT_OVER', ['input', 'year']));

  it('begins with a freeze: nothing new is begun or sent', async () => {
    kheo.service.simulated?.moveTo('2026-12-20T02:00:00.000Z');
    await accepted(leader(), 'freezeCycle', YEAR);
    expect(await cycle()).toMatchObject({ phase: 'CLOSING', closedAt: null, missed: [] });
    await refused(`clerk.${IDLE}`, 'draftPlan', draft(IDLE), 'CYCLE_CLOSING', ['input', 'year']);
    await refused(`clerk.${KEPT}`, 'submitPlan', { id: plan(KEPT) }, 'CYCLE_CLOSING');
  });

  it('lets what was sent before come to its end', async () => {
    await refused('snv.leader', 'closeCycle', YEAR, 'CYCLE_HAS_OPEN_WORK', ['input', 'year']);
    const again = paper({ ...today, number: '61/KH-UBND' });
    await accepted(kheo.as(`head.${BACK}`), 'issuePlan', { id: plan(BACK), document: again });
    await accepted(kheo.as(`clerk.${BACK}`), 'submitPlan', { id: plan(BACK) });
    for (const key of [SENT, BACK]) {
      await accepted(official(), 'receivePlan', { id: plan(key) });
      await accepted(leader(), 'acceptPlan', { id: plan(key) });
    }
  });

  it('can be taken back', async () => {
    await accepted(leader(), 'thawCycle', { ...YEAR, reason: 'Còn đơn vị xin gửi bổ sung' });
    await accepted(kheo.as(`clerk.${KEPT}`), 'submitPlan', { id: plan(KEPT) });
    await accepted(official(), 'receivePlan', { id: plan(KEPT) });
    await accepted(leader(), 'acceptPlan', { id: plan(KEPT) });
    await accepted(leader(), 'freezeCycle', YEAR);
  });

  it('needs an end of every duty, which the lead office declares where there is none', async () => {
    await refused('snv.leader', 'closeCycle', YEAR, 'DUTIES_WITHOUT_END', ['input', 'year']);
    await refused('snv.leader', 'declareMissed', missed('PLAN', [IDLE, DONE]), 'DUTY_NOT_OWED', ['input', 'units']);
    await refused('snv.officer', 'declareMissed', missed('PLAN', [IDLE]), 'NOT_COMPETENT');
    const without = OBLIGATED.filter((key) => ![DONE, SENT, BACK, KEPT].includes(key));
    await accepted(leader(), 'declareMissed', missed('PLAN', without));
    await accepted(leader(), 'declareMissed', missed('REGISTRATION', OBLIGATED));
    const { unitsWithout } = await kheo
      .as('auditor')
      .query<{ unitsWithout: readonly object[] }>('{ unitsWithout(year: 2026, what: PLAN) { daysLate } }');
    expect(unitsWithout).toEqual([]);
  });

  it('settles the figures as they were told a moment before, with their hash', async () => {
    const before = await targets();
    expect(before[0]).toMatchObject({ key: 'T-1', numerator: 4, denominator: OBLIGATED.length, frozenAt: null });
    await accepted(leader(), 'closeCycle', YEAR);
    const after = await targets();
    expect(counted(after)).toEqual(counted(before));
    const { frozenAt, figuresHash } = after[0] as Shown;
    expect(figuresHash).toMatch(/^[0-9a-f]{64}$/);
    expect(await cycle()).toMatchObject({ phase: 'CLOSED', closedAt: frozenAt, figuresHash });
  });

  it('is for good: what would change the year is refused, and the year is not opened again', async () => {
    const before = await targets();
    const withdrawing = { id: plan(DONE), reason: 'Đơn vị lập lại kế hoạch' };
    await refused(`head.${DONE}`, 'withdrawPlan', withdrawing, 'CYCLE_NOT_OPEN');
    await refused(`clerk.${IDLE}`, 'draftPlan', draft(IDLE), 'CYCLE_NOT_OPEN', ['input', 'year']);
    await refused('snv.leader', 'thawCycle', { ...YEAR, reason: 'Nhầm' }, 'NO_CYCLE_CLOSING');
    await refused('snv.leader', 'openCycle', { ...YEAR, year: 2028 }, 'YEAR_OUT_OF_ORDER', ['input', 'year']);
    await refused('snv.leader', 'beginClosing', { id: CAMPAIGN }, 'YEARS_BEFORE_CLOSING');
    await accepted(leader(), 'openCycle', { ...YEAR, year: 2027 });
    expect(await targets()).toEqual(before);
  });
});
