import type { CommandRequest } from './command.js';
import type { Transition } from './lifecycle.js';
import type { PolicyVersion } from './policy.js';
import type { Refusal } from './refusal.js';
import { refusals } from './refusals.js';

/** A decision brings the reason and the document that its row asks for. */
export function bringsWhatIsNeeded(transition: Transition, request: CommandRequest): Refusal | undefined {
  const needs = transition.decision?.needs ?? [];
  const action = { ...transition.label };
  if (needs.includes('reason') && !request.reason?.trim()) return refusals.reasonRequired({ action }, ['reason']);
  if (needs.includes('document') && !request.document) return refusals.documentRequired({ action }, ['document']);
  return undefined;
}

/** Nothing is recorded before it happens, and nothing of a campaign outside its period. */
export function datesAreSound(
  request: CommandRequest,
  now: string,
  policy: PolicyVersion | undefined,
  localDate: (instant: string) => string,
): Refusal | undefined {
  const today = localDate(now);
  const claimed: [string, string][] = [];
  if (request.occurredAt) claimed.push([localDate(request.occurredAt), 'occurredAt']);
  if (request.document) claimed.push([request.document.signedOn, 'document.signedOn']);
  if (request.occurredAt && request.occurredAt > now) return refusals.dateInFuture({ date: localDate(request.occurredAt) }, ['occurredAt']);
  for (const [date, path] of claimed) {
    if (date > today) return refusals.dateInFuture({ date }, path.split('.'));
    if (policy && (date < policy.period.from || date > policy.period.to)) return refusals.dateOutsidePeriod({ date, ...policy.period }, path.split('.'));
  }
  return undefined;
}
