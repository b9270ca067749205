import { conditionsOf, type Matter } from './admit.js';
import type { Grant } from './authority.js';
import { seenIn, type Case, type Conditions } from './case.js';
import type { CommandRequest } from './command.js';
import type { ActorRecord, DomainEvent } from './record/envelope.js';
import { infoOf } from './fold/refold.js';
import type { Loaded } from './fold/fold.js';
import type { ContentGuard, DecideContext, Moment, Transition } from './lifecycle.js';
import { paperConditions, type PaperSeen } from './papers.js';
import type { PolicyVersion } from './policy.js';
import { isRefusal, type Facts, type Refusal } from './refusal.js';
import { refusals } from './refusals.js';
import { requestConditions } from './request-rules.js';
import { derivedId } from './sources.js';

/** Everything that a command is decided on, once it is known who acts and in what case. */
export interface Decidable {
  readonly matter: Matter;
  readonly it: Case;
  readonly request: CommandRequest;
  readonly actor: ActorRecord;
  /** Every grant of the actor. */
  readonly grants: readonly Grant[];
  readonly policy: PolicyVersion | undefined;
  /** The paper that is brought, as its number has been cited so far. */
  readonly paper?: PaperSeen | undefined;
  readonly now: string;
  localDate(instant: string): string;
}

/** What a command leads to. */
export interface Carried {
  /** In the order in which they happened; none when it is so already. */
  readonly events: readonly DomainEvent[];
  /** Every condition that could have refused, with its facts. */
  readonly conditions: Conditions;
}

/**
 * Carries a command out in a case: duties, guards, what the request must bring and when, the decider. Pure: the same case gives
 * the same events. The engine and the specifications of every lifecycle go this one way.
 * @throws Error when a lifecycle breaks its own table
 */
export function carryOut(by: Decidable): Carried | Refusal {
  const { matter, it, request } = by;
  const moment = momentOf(by);
  const admitted = conditionsOf(matter, it, moment);
  if (isRefusal(admitted)) return admitted;
  const stale = staleness(request, it, matter.row);
  if (stale) return stale;
  const brought = requestConditions({ ...by, row: matter.row, target: it.target });
  if (isRefusal(brought)) return brought;
  const papers = paperConditions(by.paper);
  if (isRefusal(papers)) return papers;
  const context = contextOf(by, moment);
  const content = contentConditions(by, context);
  if (isRefusal(content)) return content;
  const events = decide(by, context);
  return isRefusal(events) ? events : { events, conditions: [...admitted, ...brought, ...papers, ...content] };
}

const momentOf = ({ request, policy, now, actor }: Decidable): Moment => ({
  now,
  occurredAt: request.occurredAt ?? now,
  actor,
  policy: policy?.content,
});

/** True when everything that the table asks of the case, apart from what the command says, is there. */
export const isAdmitted = (by: Decidable): boolean => !isRefusal(conditionsOf(by.matter, by.it, momentOf(by)));

function staleness(request: CommandRequest, it: Case, row: Transition): Refusal | undefined {
  const { expectedRevision, expectedEvidence } = request;
  const actual = it.target.revision;
  if (expectedRevision !== undefined && expectedRevision !== actual) {
    return refusals.revisionConflict({ expected: expectedRevision, actual }, ['expectedRevision']);
  }
  if (expectedEvidence === undefined || !row.decision) return undefined;
  return seenIn(it).evidence === expectedEvidence ? undefined : refusals.evidenceStale({}, ['expectedEvidence']);
}

function contextOf({ request, policy, it }: Decidable, moment: Moment): DecideContext<unknown> {
  return {
    ...moment,
    policyVersion: policy?.hash,
    reason: request.reason,
    document: request.document,
    effectiveFrom: request.effectiveFrom,
    id: it.target.id,
    newId: (label) => derivedId(it.target.stream, request.commandId, label),
  };
}

function contentConditions({ matter, it, request }: Decidable, context: DecideContext<unknown>): Conditions | Refusal {
  const passed: { rule: string; facts: Facts }[] = [];
  for (const guard of matter.row.guards) {
    if (!('checkContent' in guard)) continue;
    const check = guard as ContentGuard<unknown, Case['reads'], CommandRequest['command']>;
    const found = check.checkContent(request.command, it.target.state, it.reads, context);
    if (isRefusal(found)) return found;
    passed.push({ rule: guard.rule, facts: found });
  }
  return passed;
}

function decide(by: Decidable, context: DecideContext<unknown>): readonly DomainEvent[] | Refusal {
  const { lifecycle, row, type } = by.matter;
  const decided = row.decide(by.request.command, by.it.target.state, context, by.it.reads as never);
  if (isRefusal(decided)) {
    if (row.decision && decided.path === undefined) {
      throw new Error(
        `${lifecycle.name}.${type} refused with ${decided.code} beside its guards: what may refuse a decision is a guard`,
      );
    }
    return decided;
  }
  const events = 'type' in decided ? [decided] : decided;
  return effectiveRefusal(by, events) ?? events;
}

/** Only a dated fact holds from a day of its own; a step is true from its act. */
function effectiveRefusal({ matter, request }: Decidable, events: readonly DomainEvent[]): Refusal | undefined {
  const { effectiveFrom } = request;
  if (effectiveFrom === undefined || events.length === 0) return undefined;
  const dated = events.some(({ type }) => infoOf(matter.lifecycle, type)?.kind === 'datedFact');
  return dated ? undefined : refusals.effectiveFromNotAccepted({ action: { ...matter.row.label } }, ['effectiveFrom']);
}

/**
 * A decider whose events lead elsewhere than its row says is a fault of ours, found before anything is written.
 * @param after the status once the events have happened
 * @throws Error when the row does not say so
 */
export function assertKeepsTable({ lifecycle, row, type }: Matter, target: Loaded, after: string, count: number): void {
  if (count === 0 || row.to.includes(after)) return;
  throw new Error(
    `${lifecycle.name}.${type} led from ${target.state.status} to ${after} with ${count} events; its row says ${row.to.join(', ')}`,
  );
}
