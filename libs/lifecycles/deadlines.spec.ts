import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  canonical,
  decodeWith,
  parseStream,
  standingIn,
  type Json,
  type Lifecycle,
  type StateShape,
  type Transition,
} from '#kernel';
import { dueBy, policyIn, type CampaignFacts, type CampaignPolicy, type DeadlineName } from '#lifecycles/campaign';
import { DEADLINES } from './campaign/policy/shape.js';
import { lifecycleModules } from './index.js';

const rows = lifecycleModules.flatMap(({ lifecycle }) =>
  Object.entries(lifecycle.commands).map(([command, row]) => ({ name: `${lifecycle.name}.${command}`, ...row })),
);
const rulesOf = (deadline: Transition['deadline']): readonly string[] =>
  deadline === undefined || deadline === 'none' ? [] : deadline.rules;

describe('Every row that somebody waits for', () => {
  it('says until when, or that there is no deadline', () => {
    const silent = rows.filter(({ awaited, deadline }) => awaited && deadline === undefined);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('without a deadline is one of these', () => {
    const without = rows.filter(({ awaited, deadline }) => awaited && deadline === 'none').map(({ name }) => name);
    expect(without.sort()).toEqual([
      'campaign.IssueCampaign',
      'commendation.SubmitDossier',
      'evaluation.OpenPanel',
      'model.TakeUpNomination',
    ]);
  });

  it('is due by rules that a policy has; no rule of a policy is for nothing', () => {
    const used = new Set(rows.flatMap(({ deadline }) => rulesOf(deadline)));
    const ofCycles = ['planIssue', 'registration', 'midYearReport', 'annualReport'];
    expect([...used, ...ofCycles].filter((rule) => !DEADLINES.includes(rule as DeadlineName))).toEqual([]);
    expect(DEADLINES.filter((rule) => !used.has(rule) && !ofCycles.includes(rule))).toEqual([]);
  });
});

interface Line {
  readonly log: string;
  readonly stream: string;
  readonly type: string;
  readonly revision: number;
  readonly eventId: string;
  readonly data: Readonly<Record<string, Json>>;
  readonly metadata: Readonly<Record<string, string>>;
}

const recorded = readFileSync(new URL('golden/recorded/log.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Line);
const lifecycles = new Map<string, Lifecycle>(lifecycleModules.map(({ lifecycle }) => [lifecycle.name, lifecycle]));

/** A stream before and after each of its events. */
interface Seen {
  readonly line: Line;
  readonly lifecycle: Lifecycle;
  readonly before: StateShape;
  readonly after: StateShape;
}

function replayed(): readonly Seen[] {
  const states = new Map<string, StateShape>();
  return recorded.flatMap((line, index) => {
    const lifecycle = lifecycles.get(parseStream(line.stream).name);
    if (!lifecycle || !Object.hasOwn(lifecycle.events, line.type)) return [];
    const stored = { ...line, data: canonical(line.data), metadata: canonical(line.metadata), position: String(index) };
    const before = states.get(line.stream) ?? lifecycle.initial;
    const after = lifecycle.evolve(before, decodeWith(line.log, lifecycle, stored));
    states.set(line.stream, after);
    return [{ line, lifecycle, before, after }];
  });
}

describe('What the recorded log says is due', () => {
  const all = replayed();
  const policies = all.reduce<Readonly<Record<string, CampaignPolicy>>>((found, { line, after }) => {
    if (line.type !== 'PolicyVersionAdopted') return found;
    const hash = String(line.data['hash']);
    const policy = policyIn(after as unknown as CampaignFacts, hash);
    return policy ? { ...found, [hash]: policy } : found;
  }, {});
  const pinned = new Map(
    all.filter(({ line }) => line.revision === 0).map(({ line }) => [line.stream, line.metadata['policyVersion']]),
  );

  /** The steps that an event has made due, each with whether one of its row's rules gives the date. */
  const set = all.flatMap(({ line, lifecycle, before, after }) => {
    const { name, id } = parseStream(line.stream);
    const policy = policies[pinned.get(line.stream) ?? ''];
    const stood = standingIn(lifecycle, id, before).map(({ dueAt }) => dueAt);
    const { year } = after as { readonly year?: number };
    return standingIn(lifecycle, id, after)
      .filter(({ dueAt }) => dueAt !== undefined && dueAt === line.data['dueAt'] && !stood.includes(dueAt))
      .map(({ command = '', dueAt }) => {
        const rules = rulesOf(lifecycle.commands[command]?.deadline) as readonly DeadlineName[];
        const now = line.metadata['recordedAt'] ?? '';
        const given = policy && rules.some((rule) => dueBy(rule, { policy, now }, year ?? 0) === dueAt);
        return { step: `${name}.${command}`, after: line.type, given };
      });
  });

  it('is what one of the rules gives that the table names', () => {
    expect(set.filter(({ given }) => !given)).toEqual([]);
    expect(new Set(set.map(({ step }) => step)).size).toBeGreaterThan(12);
  });
});
