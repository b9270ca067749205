import type { Grant } from './authority.js';
import type { Conditions } from './case.js';
import type { CommandRequest } from './command.js';
import { futureRefusal, periodRefusal } from './dates.js';
import type { ActorRecord } from './record/envelope.js';
import type { ActTrace, Loaded } from './fold/fold.js';
import type { Transition } from './lifecycle.js';
import type { PolicyVersion } from './policy.js';
import { isRefusal, type Refusal } from './refusal.js';
import { refusals } from './refusals.js';

/** What the rules of a request look at, whatever its content. */
export interface RequestMatter {
  readonly row: Transition;
  readonly request: CommandRequest;
  readonly target: Loaded;
  readonly actor: ActorRecord;
  /** Every grant of the actor. */
  readonly grants: readonly Grant[];
  readonly now: string;
  readonly policy: PolicyVersion | undefined;
  /** The civil date of an instant where the campaign runs, `YYYY-MM-DD`. */
  localDate(instant: string): string;
}

/** The reason, the document and the dates that a row asks for, one after the other; the first "no", or what was looked at. */
export function requestConditions(matter: RequestMatter): Conditions | Refusal {
  const passed: Conditions[number][] = [];
  for (const rule of [bringsWhatIsNeeded, datesAreSound, datedInOrder, signedInForce]) {
    const found = rule(matter);
    if (isRefusal(found)) return found;
    passed.push(...found);
  }
  return passed;
}

/** A decision brings the reason and the document that its row asks for. */
function bringsWhatIsNeeded({ row, request }: RequestMatter): Conditions | Refusal {
  const needs = row.decision?.needs ?? [];
  const action = { ...row.label };
  if (needs.includes('reason') && !request.reason?.trim()) return refusals.reasonRequired({ action }, ['reason']);
  if (needs.includes('document') && !request.document) return refusals.documentRequired({ action }, ['document']);
  return needs.length > 0 ? [{ rule: 'bringsWhatIsNeeded', facts: { needs: [...needs] } }] : [];
}

/** A civil date that a request names, with where it stands. */
interface Claim {
  readonly date: string;
  readonly path: readonly string[];
  /** Only what has happened can be claimed. */
  readonly past: boolean;
}

/** Nothing is recorded before it happens, and nothing of a campaign outside its period. */
function datesAreSound({ request, now, policy, localDate }: RequestMatter): Conditions | Refusal {
  const { occurredAt, effectiveFrom, document } = request;
  if (occurredAt && occurredAt > now) return refusals.dateInFuture({ date: localDate(occurredAt) }, ['occurredAt']);
  const claims: readonly Claim[] = [
    ...(occurredAt ? [{ date: localDate(occurredAt), path: ['occurredAt'], past: true }] : []),
    ...(document ? [{ date: document.signedOn, path: ['document', 'signedOn'], past: true }] : []),
    ...(effectiveFrom ? [{ date: localDate(effectiveFrom), path: ['effectiveFrom'], past: false }] : []),
  ];
  const today = localDate(now);
  const early = claims.map(({ date, path, past }) => past && futureRefusal(date, today, path)).find(isRefusal);
  if (early) return early;
  const outside = claims.map(({ date, path }) => policy && periodRefusal(date, policy.period, path)).find(isRefusal);
  if (outside) return outside;
  const dates = claims.map(({ date, path }) => ({ date, at: path.join('.') }));
  return dates.length > 0 ? [{ rule: 'datesAreSound', facts: { dates } }] : [];
}

/** An act is not dated before those it builds on, nor a paper before the step it answers. */
function datedInOrder({ row, request, target, localDate }: RequestMatter): Conditions | Refusal {
  const acts = [...target.acts].filter(([command]) => row.buildsOn?.includes(command) ?? true).flatMap(([, of]) => of);
  const { occurredAt, document } = request;
  const lastAct = latest(acts.map((act) => act.occurredAt));
  if (occurredAt && lastAct && occurredAt < lastAct) {
    return refusals.datedBeforeLastAct({ date: localDate(occurredAt), last: localDate(lastAct) }, ['occurredAt']);
  }
  const lastStep = latest(acts.filter(({ draft }) => !draft).map((act) => trueOn(act, localDate)));
  if (document && lastStep && document.signedOn < lastStep) {
    return refusals.signedBeforeLastStep({ signedOn: document.signedOn, last: lastStep }, ['document', 'signedOn']);
  }
  if (!lastAct || (!occurredAt && !document)) return [];
  return [{ rule: 'datedInOrder', facts: { lastAct, ...(lastStep !== undefined && { lastStep }) } }];
}

const latest = (dates: readonly string[]): string | undefined => [...dates].sort().at(-1);

/** The civil day from which a step is true: its paper's, or else its act's. */
const trueOn = ({ signedOn, occurredAt }: ActTrace, localDate: (instant: string) => string): string =>
  signedOn ?? localDate(occurredAt);

/** Whoever signs a paper holds the power on the day of the signature: at the office that acts now, for the same person if delegated. */
function signedInForce({ row, request: { document }, actor, grants, localDate }: RequestMatter): Conditions | Refusal {
  if (!row.decision?.signedByActor || !document) return [];
  const { signedOn } = document;
  const held = grants
    .filter(
      ({ role, unit, onBehalfOf }) => role === actor.role && unit === actor.unit && onBehalfOf === actor.onBehalfOf,
    )
    .find(
      ({ from, to }) =>
        localDate(from) <= signedOn && (to === undefined || signedOn <= localDate(lastInstantBefore(to))),
    );
  if (!held) {
    return refusals.powerNotInForceWhenSigned({ signedOn, action: { ...row.label } }, ['document', 'signedOn']);
  }
  return [{ rule: 'signedInForce', facts: { signedOn, grant: held.id } }];
}

const lastInstantBefore = (end: string): string => new Date(Date.parse(end) - 1).toISOString();
