import type { Grant } from './authority.js';
import type { CommandRequest } from './command.js';
import type { ActorRecord } from './envelope.js';
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

/**
 * Whoever signs a paper holds the power on the day of the signature: at the office that acts now, for the same person if delegated.
 * @param grants every grant of the actor
 */
export function signedInForce(
  transition: Transition,
  { document }: CommandRequest,
  actor: ActorRecord,
  grants: readonly Grant[],
  localDate: (instant: string) => string,
): Refusal | undefined {
  if (!transition.decision?.signedByActor || !document) return undefined;
  const { signedOn } = document;
  const held = grants
    .filter(
      ({ role, unit, onBehalfOf }) => role === actor.role && unit === actor.unit && onBehalfOf === actor.onBehalfOf,
    )
    .some(
      ({ from, to }) =>
        localDate(from) <= signedOn && (to === undefined || signedOn <= localDate(lastInstantBefore(to))),
    );
  return held
    ? undefined
    : refusals.powerNotInForceWhenSigned({ signedOn, action: { ...transition.label } }, ['document', 'signedOn']);
}

const lastInstantBefore = (end: string): string => new Date(Date.parse(end) - 1).toISOString();

/** A civil date that a request names, with where it stands. */
interface Claim {
  readonly date: string;
  readonly path: readonly string[];
  /** Only what has happened can be claimed. */
  readonly past: boolean;
}

/** Nothing is recorded before it happens, and nothing of a campaign outside its period. */
export function datesAreSound(
  request: CommandRequest,
  now: string,
  policy: PolicyVersion | undefined,
  localDate: (instant: string) => string,
): Refusal | undefined {
  const { occurredAt, effectiveFrom, document } = request;
  if (occurredAt && occurredAt > now) return refusals.dateInFuture({ date: localDate(occurredAt) }, ['occurredAt']);
  const claims: readonly Claim[] = [
    ...(occurredAt ? [{ date: localDate(occurredAt), path: ['occurredAt'], past: true }] : []),
    ...(document ? [{ date: document.signedOn, path: ['document', 'signedOn'], past: true }] : []),
    ...(effectiveFrom ? [{ date: localDate(effectiveFrom), path: ['effectiveFrom'], past: false }] : []),
  ];
  const early = claims.find(({ date, past }) => past && date > localDate(now));
  if (early) return refusals.dateInFuture({ date: early.date }, early.path);
  const outside = policy && claims.find(({ date }) => date < policy.period.from || date > policy.period.to);
  return outside && refusals.dateOutsidePeriod({ date: outside.date, ...policy.period }, outside.path);
}
