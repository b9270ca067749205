import { localDateOf } from '#calendar';
import type { DecideContext, Due, StepDeadline, Window } from '#kernel';
import type { CycleWindows } from './events.js';
import { deadlineAt, type CampaignPolicy, type DeadlineName } from './policy/shape.js';
import { cycleOf, type CampaignState } from './state.js';

/** The windows of a cycle. */
export const WINDOWS = ['plansBefore', 'registrationsBefore', 'midYearReportBefore', 'annualReportBefore'] as const;
/** The name of a window, which is also what an extension calls it. */
export type WindowName = (typeof WINDOWS)[number] & keyof CycleWindows;

/** The exclusive instant that a rule of the policy gives a step: time runs from the recording, whatever date a paper bears. */
export const dueBy = (
  rule: DeadlineName,
  { policy, now }: Pick<DecideContext<CampaignPolicy>, 'policy' | 'now'>,
  year: number,
): string => deadlineAt(policy.deadlines[rule], now, year, localDateOf);

/** A step that is due as the state says, by the rules that it was set by. */
export const asSet = (
  ...rules: readonly DeadlineName[]
): StepDeadline<{ readonly dueAt?: string | undefined }, DeadlineName> => ({ rules, due: ({ dueAt }) => ({ dueAt }) });

/** A step that is due when a window of its cycle ends, wherever that is moved to. */
export const untilWindow = (
  name: WindowName,
  { campaign, year }: { readonly campaign: string; readonly year: number },
): Due => ({ window: { campaign, year, name } });

/** The exclusive instant of a deadline, as the campaign has its windows now. */
export const instantOf = ({ dueAt, window }: Due, campaign: CampaignState): string | undefined =>
  window ? cycleOf(campaign, window.year)?.[window.name as WindowName] : dueAt;

/** The windows of every cycle; nothing more is asked by those of a cycle that is frozen or closed, or while the campaign does not run. */
export const windowsOf = (state: CampaignState): readonly Window[] =>
  state.status === 'none'
    ? []
    : state.cycles.flatMap((cycle) =>
        WINDOWS.map((name) => ({
          year: cycle.year,
          name,
          before: cycle[name],
          open: state.status === 'running' && cycle.phase === 'open',
        })),
      );
