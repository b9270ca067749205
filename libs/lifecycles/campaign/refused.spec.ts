import { describe, expect, it } from '@jest/globals';
import type { CampaignCommand } from './commands.js';
import type { CampaignEvent } from './events.js';
import type { DeadlineRule } from './policy/shape.js';
import {
  closed,
  commands,
  givenCampaign,
  noWork,
  openedIn,
  paper,
  pasts,
  policy,
  rubric,
  template,
} from './spec-support/examples.js';

const { AdoptPolicy, AdoptRubric, ExtendDeadline, IdentifyCampaignDocument, OpenCycle, PublishModelTemplate } =
  commands;
const everyYear: readonly CampaignEvent[] = [...pasts.issued, ...[2026, 2027, 2028, 2029, 2030].map(openedIn)];

describe('a refused command', () => {
  const unsound = (rule: object): CampaignCommand => ({
    ...AdoptPolicy,
    policy: { ...policy, deadlines: { ...policy.deadlines, opinion: rule as DeadlineRule } },
  });
  const without = (name: string): CampaignCommand => ({
    ...AdoptPolicy,
    policy: { ...policy, deadlines: { ...policy.deadlines, [name]: undefined } },
  });

  it.each<[string, readonly CampaignEvent[], CampaignCommand, string, readonly string[] | undefined]>([
    [
      'a period that ends before it begins',
      pasts.none,
      { ...commands.DraftCampaign, toYear: 2025 },
      'PERIOD_REVERSED',
      ['toYear'],
    ],
    [
      'a policy that lacks a deadline',
      pasts.drafted,
      without('opinion'),
      'DEADLINE_RULE_UNSOUND',
      ['policy', 'deadlines', 'opinion'],
    ],
    [
      'days that are none',
      pasts.drafted,
      unsound({ kind: 'days' }),
      'DEADLINE_RULE_UNSOUND',
      ['policy', 'deadlines', 'opinion'],
    ],
    [
      'working days that are none',
      pasts.drafted,
      unsound({ kind: 'workingDays' }),
      'DEADLINE_RULE_UNSOUND',
      ['policy', 'deadlines', 'opinion'],
    ],
    [
      'a holiday that is no date',
      pasts.drafted,
      unsound({ kind: 'workingDays', days: 5, holidays: ['2026-02-30'] }),
      'DEADLINE_RULE_UNSOUND',
      ['policy', 'deadlines', 'opinion'],
    ],
    [
      'less than no days',
      pasts.drafted,
      unsound({ kind: 'days', days: -1 }),
      'DEADLINE_RULE_UNSOUND',
      ['policy', 'deadlines', 'opinion'],
    ],
    [
      'a day that no year has',
      pasts.drafted,
      unsound({ kind: 'before', monthDay: '06-31', year: 0 }),
      'DEADLINE_RULE_UNSOUND',
      ['policy', 'deadlines', 'opinion'],
    ],
    [
      'a day without its year',
      pasts.drafted,
      unsound({ kind: 'before', monthDay: '06-15' }),
      'DEADLINE_RULE_UNSOUND',
      ['policy', 'deadlines', 'opinion'],
    ],
    [
      'a rubric of 99 points',
      pasts.drafted,
      { ...AdoptRubric, rubric: rubric(60, 39) },
      'RUBRIC_NOT_100',
      ['rubric', 'criteria'],
    ],
    [
      'a rubric of nothing',
      pasts.drafted,
      { ...AdoptRubric, rubric: rubric() },
      'RUBRIC_NOT_100',
      ['rubric', 'criteria'],
    ],
    [
      'a template of no field of the campaign',
      pasts.drafted,
      { ...PublishModelTemplate, template: { ...template, field: 'X' } },
      'FIELD_UNKNOWN',
      ['template', 'field'],
    ],
    ['issuing without policy and rubric', pasts.drafted, commands.IssueCampaign, 'POLICY_MISSING', undefined],
    ['a year before the campaign', pasts.running, { ...OpenCycle, year: 2025 }, 'YEAR_OUTSIDE_CAMPAIGN', ['year']],
    ['a year after it', pasts.running, { ...OpenCycle, year: 2031 }, 'YEAR_OUTSIDE_CAMPAIGN', ['year']],
    ['a year that is open', pasts.running, { ...OpenCycle, year: 2026 }, 'CYCLE_ALREADY_OPEN', ['year']],
    [
      'a year that was closed',
      [...pasts.running, closed],
      { ...OpenCycle, year: 2026 },
      'CYCLE_ALREADY_OPEN',
      ['year'],
    ],
    [
      'another window of a year that is not open',
      pasts.running,
      { ...ExtendDeadline, year: 2027 },
      'CYCLE_NOT_OPEN',
      ['year'],
    ],
    ['another window where no cycle is open', [...pasts.running, closed], ExtendDeadline, 'NO_CYCLE_OPEN', undefined],
    [
      'the same deadline again',
      pasts.running,
      { ...ExtendDeadline, before: '2026-10-01' },
      'DEADLINE_NOT_EXTENDED',
      ['before'],
    ],
    [
      'an earlier deadline',
      pasts.running,
      { ...ExtendDeadline, before: '2026-09-30' },
      'DEADLINE_NOT_EXTENDED',
      ['before'],
    ],
    ['a year before its turn', pasts.running, { ...OpenCycle, year: 2028 }, 'YEAR_OUT_OF_ORDER', ['year']],
    ['another window of a year that is frozen', pasts.secondYear, ExtendDeadline, 'CYCLE_CLOSING', ['year']],
    ['freezing a year that is not over', pasts.running, commands.FreezeCycle, 'YEAR_NOT_OVER', ['year']],
    ['freezing a year twice', pasts.secondYear, commands.FreezeCycle, 'CYCLE_CLOSING', ['year']],
    ['freezing a closed year', pasts.secondYearAlone, commands.FreezeCycle, 'CYCLE_NOT_OPEN', ['year']],
    [
      'thawing a year that is not frozen',
      pasts.secondYear,
      { ...commands.ThawCycle, year: 2027 },
      'CYCLE_NOT_CLOSING',
      ['year'],
    ],
    ['thawing where no year is frozen', pasts.running, commands.ThawCycle, 'NO_CYCLE_CLOSING', undefined],
    [
      'closing a year that is not frozen',
      pasts.secondYear,
      { ...commands.CloseCycle, year: 2027 },
      'CYCLE_NOT_CLOSING',
      ['year'],
    ],
    ['closing where no year is frozen', pasts.running, commands.CloseCycle, 'NO_CYCLE_CLOSING', undefined],
    ['the closing before its last year', pasts.frozen, commands.BeginClosing, 'YEARS_BEFORE_CLOSING', undefined],
    [
      'the closing while the last year is open',
      pasts.lastYearOpen,
      commands.BeginClosing,
      'YEARS_BEFORE_CLOSING',
      undefined,
    ],
    [
      'the closing while an earlier year is not closed',
      pasts.earlierYearFrozen,
      commands.BeginClosing,
      'YEARS_BEFORE_CLOSING',
      undefined,
    ],
    [
      'a second number for the document',
      [...pasts.issued, { type: 'CampaignDocumentIdentified', data: { document: paper } }],
      commands.IdentifyCampaignDocument,
      'DOCUMENT_ALREADY_IDENTIFIED',
      undefined,
    ],
    [
      'a document that is signed tomorrow',
      pasts.issued,
      { ...IdentifyCampaignDocument, identified: { ...paper, signedOn: '2026-09-02' } },
      'DATE_IN_FUTURE',
      ['identified', 'signedOn'],
    ],
    ['a year more than the campaign has', everyYear, OpenCycle, 'NO_YEAR_LEFT', undefined],
    ['the end while a cycle is open', pasts.closing, commands.CloseCampaign, 'CYCLES_STILL_OPEN', undefined],
  ])('is %s', (_, past, command, code, path) => {
    const document = { ...paper, signedOn: '2026-09-01' };
    const { events, refusal } = givenCampaign(past).when(command, { reads: noWork, document });
    expect([events, refusal?.code, refusal?.path]).toEqual([[], code, path]);
  });
});

describe('an amendment', () => {
  it.each([
    ['KH', undefined],
    ['QĐ', undefined],
    ['CV', 'DOCUMENT_FORM_UNEQUAL'],
    ['TB', 'DOCUMENT_FORM_UNEQUAL'],
  ])('by a document of type %s: %p', (type, code) => {
    expect(
      givenCampaign(pasts.running).when(commands.AmendCampaign, {
        document: { ...paper, type, signedOn: '2026-09-01' },
      }).refusal?.code,
    ).toBe(code);
  });
});
