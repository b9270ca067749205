import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { isRefusal, parseStream, type Json, type Question, type Transition } from '#kernel';
import { lifecycleModules } from '#lifecycles';
import { campaignFold, type CampaignState } from '#lifecycles/campaign';
import { targetFigures } from '#lifecycles/campaign/questions';
import { overviewAnswers } from '#overview';
import { registers } from '#registers';
import { hueCampaignId } from '#seed';
import { openMemoryStore } from '#stores';
import { loaded } from '#testing';
import { openViews } from '#views';
import { openCommendations } from '../commendation/questions/index.js';
import { openEvaluations } from '../evaluation/questions/index.js';
import { openPlans } from '../plan/questions/index.js';
import { openRegistrations } from '../registration/questions/index.js';
import { openReplications } from '../replication/questions/index.js';
import { recordedLines, storedOf, type Line } from './spec-support/recorded.js';

/** The rules by which a row says in which phases of its year it is possible. */
const PHASES = ['cycleIsOpen', 'cycleIsNotClosed', 'sendingIsOpen', 'yearIsOpen', 'yearIsNotClosed'];
/** Steps of what is under way: while it is, the year cannot be closed. */
const UNDER_WAY = [
  ...['SubmitSelfEvaluation', 'ReturnSelfEvaluation', 'WithdrawSelfEvaluation', 'AppointPanel', 'OpenPanel'],
  ...['DeclareRecusal', 'ReplacePanelist', 'SubmitScore', 'WithdrawScore', 'RecordSiteVisit', 'ModerateScores'],
].map((it) => `evaluation.${it}`);
const ON_THE_WAY = [
  ...['ReceiveDossier', 'ReturnDossier', 'AppraiseDossier', 'RequestOpinion'],
  ...['RecordOpinion', 'DeemOpinionGiven', 'RecordCouncilVote', 'SubmitForDecision'],
].map((it) => `commendation.${it}`);
/** What is said otherwise, taken back or given up without having counted, or follows its dossier to another unit. */
const COUNTS_NOTHING = [
  ...['plan.RevisePlan', 'plan.IssuePlanErratum', 'evaluation.TransferEvaluation'],
  ...['commendation.ReviseDossier', 'commendation.WithdrawDossier'],
  ...['replication.WithdrawReplication', 'replication.RefuseReplication'],
];
/** What must be recorded whenever it happens, of a closed year too: its figures stay as they were settled. */
const WHENEVER = [
  ...['ConferAward', 'RecordAwardMoney', 'PublishDecision', 'IssueErratum', 'AmendDecision', 'CancelCommendation'],
  ...['RecoverAwardObject', 'DeclareObjectUnrecoverable'],
].map((it) => `commendation.${it}`);
const LIFE_OF_ITS_OWN = [
  ...['exemplar.WithdrawExemplarStatus', 'exemplar.RestoreExemplar'],
  ...[
    ...['PublishReplicationGuide', 'InviteUnits', 'AcceptAdoption', 'DeclineAdoption', 'StartAdoption'],
    ...['MeasureAdoption', 'ConfirmAdoption', 'FailAdoption', 'HaltReplication', 'CloseReplication'],
  ].map((it) => `replication.${it}`),
];

/** Dossiers with a year; notices only tell of the deadlines of others. */
const ofYears = lifecycleModules
  .filter(({ view }) => view.concerns.year)
  .map(({ lifecycle }) => lifecycle)
  .filter(({ name }) => name !== 'notice');
const rowsOf = ofYears.flatMap((lifecycle) =>
  Object.entries(lifecycle.commands).map(([command, row]) => [`${lifecycle.name}.${command}`, row] as const),
);
const phaseGuards = (row: Transition | undefined) => (row?.guards ?? []).filter(({ rule }) => PHASES.includes(rule));
const guarded = rowsOf.filter(([, row]) => phaseGuards(row).length > 0);

const closed = { year: 2026, rubric: 'r', phase: 'closed', missed: [] };
const campaign = loaded(campaignFold, 'campaign-1', {
  status: 'running',
  cycles: [closed],
} as unknown as CampaignState);
const dossier = {
  status: 'accepted',
  issued: true,
  received: true,
  unit: 'unit-1',
  year: 2026,
  campaign: 'campaign-1',
};
const reads = { campaign, registration: { state: dossier } };

describe('Every row of a dossier with a year', () => {
  it('is bound to the phase of its year, or is known to be free of it', () => {
    const free = rowsOf.filter(([, row]) => phaseGuards(row).length === 0).map(([name]) => name);
    const known = [...UNDER_WAY, ...ON_THE_WAY, ...COUNTS_NOTHING, ...WHENEVER, ...LIFE_OF_ITS_OWN];
    expect([...free].sort()).toEqual([...known].sort());
  });
});

describe('A row that is bound to the phase of its year', () => {
  it.each(guarded)('is refused once the year is closed: %s', (_name, row) => {
    for (const guard of phaseGuards(row)) {
      const found =
        'check' in guard
          ? guard.check(dossier as never, reads as never, {} as never)
          : guard.checkContent(dossier as never, dossier as never, reads as never, {} as never);
      expect(isRefusal(found) ? found.code : found).toBe('CYCLE_NOT_OPEN');
    }
  });

  it.each(guarded)('goes through the year’s fence: %s', (_name, row) => {
    const kinds = Object.values(row.reads).flatMap(({ fence }) =>
      'unfenced' in fence ? [] : [fence].flat().map(({ kind }) => kind),
    );
    expect(kinds).toContain('cycle');
  });
});

/** Whom the duties bind is the roster's matter, until the year is closed. */
const ROSTER = ['unit', 'campaign'];

/** What counts the open work of a year. */
const WORK = [openPlans, openRegistrations, openEvaluations, openCommendations, openReplications];

const YEARS = [2026, 2027];
const lines = recordedLines().map((line) => JSON.parse(line) as Line);
const folder = mkdtempSync(join(tmpdir(), 'golden-settled-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The commands that moved a figure of a year, and those that gave the authorities more to do in it. */
interface Moving {
  readonly figures: ReadonlySet<string>;
  readonly work: ReadonlySet<string>;
}

/** Tells the recorded log again, event by event. */
async function movingCommands(): Promise<Moving> {
  const store = openMemoryStore();
  const shown = lifecycleModules.map(({ view }) => view);
  const around = { others: registers, answers: overviewAnswers, store, logId: lines[0]?.log ?? '' };
  const views = await openViews({ folder, views: shown, ...around });
  await views.ready;
  const rowsOf = async (question: unknown, more: Readonly<Record<string, Json>> = {}) => {
    const asked = YEARS.map((year) => views.ask(question as Question, { campaign: hueCampaignId, year, ...more }));
    return (await Promise.all(asked)).flatMap(({ rows }) => rows);
  };
  const counted = async () => ({
    figures: JSON.stringify(await rowsOf(targetFigures, { asOf: '2026-12-14' })),
    work: (await Promise.all(WORK.map((each) => rowsOf(each)))).flat().map(({ open }) => Number(open)),
  });
  const [figures, work] = [new Set<string>(), new Set<string>()];
  let before = await counted();
  for (const [index, line] of lines.entries()) {
    const { position: _position, stream, revision, ...event } = storedOf(line, index);
    await store.append(stream, revision === 0 ? 'noStream' : revision - 1, [event]);
    const { name } = parseStream(stream);
    const now = await counted();
    const command = `${name}.${line.metadata['commandType']}`;
    if (ROSTER.includes(name)) before = now;
    if (now.figures !== before.figures) figures.add(command);
    if (now.work.some((open, at) => open > (before.work[at] ?? 0))) work.add(command);
    before = now;
  }
  await views.close();
  await store.close();
  return { figures, work };
}

describe('Of everything that the recorded log tells', () => {
  it('what moves a figure of a year, or opens work in it, is bound to the phase of the year', async () => {
    const { figures, work } = await movingCommands();
    const free = (command: string): boolean =>
      !guarded.some(([name]) => name === command) && !WHENEVER.includes(command);
    expect([...figures].filter(free)).toEqual([]);
    expect([...work].filter(free)).toEqual([]);
    expect(Math.min(figures.size, work.size)).toBeGreaterThan(6);
  });
});
