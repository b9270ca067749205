import type { Competence } from './authority.js';
import type { ActorRecord, Classification, DocumentRef, DomainEvent } from './record/envelope.js';
import type { Fold, Loaded, StateShape } from './fold/fold.js';
import type { RowFence, Unfenced } from './fence/row-fence.js';
import type { Question, Shape, ValuesOf } from './question.js';
import type { Facts, Refusal } from './refusal.js';
import type { Due, StepDeadline, Window } from './deadline.js';
import type { Text } from './text.js';

/** What every command has in common: its name. Its other fields are its payload. */
export interface CommandShape {
  readonly type: string;
}

/** The fences that whoever makes untrue what is read goes through; or why there need be none. */
export type ReadFence<S, C> = RowFence<S, C> | readonly RowFence<S, C>[] | Unfenced;

/** A stream that a transition reads beside its own: which one follows from the state and, where there is one, the command. */
export interface StreamRead<S, C, R extends StateShape> {
  readonly kind: 'one';
  readonly fold: Fold<R>;
  readonly fence: ReadFence<S, C>;
  id(state: S, command: C | undefined): string | undefined;
}

/** Several streams of one type. */
export interface StreamsRead<S, C, R extends StateShape> {
  readonly kind: 'many';
  readonly fold: Fold<R>;
  readonly fence: ReadFence<S, C>;
  ids(state: S, command: C | undefined): readonly string[];
}

/** A question to the views, answered as of the head of the log. */
export interface ViewAsk<S, C, P extends Shape = Shape, R extends Shape = Shape> {
  readonly kind: 'ask';
  readonly question: Question<P, R>;
  readonly fence: ReadFence<S, C>;
  params(state: S, command: C | undefined): ValuesOf<P>;
}

/** Whatever a transition reads beside its own stream. */
export type AnyRead<S, C> = StreamRead<S, C, StateShape> | StreamsRead<S, C, StateShape> | ViewAsk<S, C>;

/** What the pipeline loads for a read. */
type ReadResult<R> =
  R extends StreamRead<infer _S, infer _C, infer T>
    ? Loaded<T>
    : R extends StreamsRead<infer _S, infer _C, infer T>
      ? readonly Loaded<T>[]
      : R extends ViewAsk<infer _S, infer _C, infer _P, infer A>
        ? readonly ValuesOf<A>[]
        : never;

/** What guards and deciders find: one entry for each declared read. */
export type Reads<R> = { readonly [K in keyof R]: ReadResult<R[K]> };

/** A condition on the facts, apart from what the command says: it also explains why an action is not available. */
export interface Guard<S, X, P = unknown> {
  /** Lower camel case; recorded with every decision it let through. */
  readonly rule: string;
  /** The refusal (without a path: it knows no command), or the facts that were found in order. */
  check(state: S, reads: X, at: Moment<P>): Refusal | Facts;
}

/** A condition on what the command says, held against the facts; passed over while an action is only being explained. */
export interface ContentGuard<S, X, C, P = unknown> {
  readonly rule: string;
  /** The refusal, with the path of what is wrong in the command, or the facts that were found in order. */
  checkContent(command: C, state: S, reads: X, context: DecideContext<P>): Refusal | Facts;
}

/** When, by whom and by which policy: what guards may know of the present. */
export interface Moment<P = unknown> {
  /** The instant of recording. */
  readonly now: string;
  /** When the act happened, as claimed. */
  readonly occurredAt: string;
  readonly actor: ActorRecord;
  /** The policy pinned by the instance's first event; the current one for the first. */
  readonly policy: P;
}

/** What a decider knows beside the command and the state. */
export interface DecideContext<P> extends Moment<P> {
  readonly policyVersion: string | undefined;
  readonly reason: string | undefined;
  readonly document: DocumentRef | undefined;
  /** From when a dated fact is to hold, as asked. */
  readonly effectiveFrom: string | undefined;
  /** The dossier's own id. */
  readonly id: string;
  /** An identifier that is the same whenever the same command is decided. */
  newId(label: string): string;
}

/** What makes a transition a decision, and what it must bring. */
export interface DecisionNeeds {
  readonly needs?: readonly ('reason' | 'document')[];
  /** The document bears the actor's own signature: the power must have been in force on the day it was signed as well. */
  readonly signedByActor?: true;
  /** Articles and documents the power rests on. */
  readonly legalBasis?: readonly string[];
}

/** One row of a transition table, its reads and state narrowed away. */
export interface Transition<
  S extends StateShape = StateShape,
  C extends CommandShape = CommandShape,
  E extends DomainEvent = DomainEvent,
  P = unknown,
> {
  readonly label: Text;
  readonly from: readonly S['status'][];
  readonly to: readonly S['status'][];
  readonly by: readonly Competence[];
  /** Commands (of this lifecycle, or `lifecycle.Command` of one that is read) whose sender may not send this one. */
  readonly apartFrom: readonly string[];
  readonly decision: DecisionNeeds | undefined;
  /** True when somebody is waiting for this step: it fills the inbox of those competent for it. */
  readonly awaited: boolean;
  /** Until when the step waits, or a right to it lasts; `none` when it waits without a deadline. */
  readonly deadline: StepDeadline<S> | 'none' | undefined;
  /** From when on the system takes the step itself. */
  readonly timer: StepDeadline<S> | undefined;
  /** The earlier commands of this dossier whose acts this one builds on, and is never dated before; all of them unless said. */
  readonly buildsOn: readonly string[] | undefined;
  readonly reads: Readonly<Record<string, AnyRead<S, C>>>;
  /** The fences that are passed beside those of what is read: by whoever takes what only one may have, or breaks what others rely on. */
  readonly fences: readonly RowFence<S, C>[];
  readonly guards: readonly (Guard<S, never, P> | ContentGuard<S, never, C, P>)[];
  /** The events; none when it is so already; or a refusal of what the command says (with its path). */
  decide(command: C, state: S, context: DecideContext<P>, reads: never): E | readonly E[] | Refusal;
}

/** The names of a policy's deadline rules. */
type RuleOf<P> = P extends { readonly deadlines: infer D } ? keyof D & string : string;

/** A deadline as a row takes it: a property, which the compiler compares strictly. */
interface RowDeadline<S, P> {
  readonly rules: readonly RuleOf<P>[];
  readonly each?: 'unit' | 'subject';
  readonly due: (state: S) => Due | readonly Due[] | undefined;
}

/** Whoever waits for a step says until when, or that there is no deadline; a step that nobody waits for may be a right that lapses. */
type Waiting<S, P> =
  | { readonly awaited: true; readonly deadline: RowDeadline<S, P> | 'none' }
  | { readonly awaited?: never; readonly deadline?: RowDeadline<S, P> };

/** What an author writes for one row. `F` are the states it may start from, `R` its reads: the compiler checks both. */
export type Row<
  S extends StateShape,
  C extends CommandShape,
  E extends DomainEvent,
  P,
  F extends S['status'],
  T extends S['status'],
  R,
> = Waiting<Extract<S, { status: NoInfer<F> }>, P> & {
  readonly label: Text;
  readonly from: readonly F[];
  readonly to: readonly T[];
  readonly by: readonly Competence[];
  readonly apartFrom?: readonly string[];
  readonly decision?: DecisionNeeds;
  readonly timer?: RowDeadline<Extract<S, { status: NoInfer<F> }>, P>;
  readonly buildsOn?: readonly string[];
  readonly reads?: R;
  readonly fences?: readonly RowFence<Extract<S, { status: NoInfer<F> }>, NoInfer<C>>[];
  readonly guards?: readonly RowGuard<Extract<S, { status: F }>, Reads<NoInfer<R>>, C, P>[];
  readonly decide: (
    command: C,
    state: Extract<S, { status: F }>,
    context: DecideContext<P>,
    reads: Reads<NoInfer<R>>,
  ) => E | readonly E[] | Refusal;
};

/** A guard as a row takes it. Its checks are properties here: the compiler compares a method's parameters loosely, a property's strictly. */
type RowGuard<S, X, C, P> =
  | {
      readonly rule: string;
      readonly check: (state: S, reads: X, at: Moment<P>) => Refusal | Facts;
    }
  | {
      readonly rule: string;
      readonly checkContent: (command: C, state: S, reads: X, context: DecideContext<P>) => Refusal | Facts;
    };

/** A transition whose target states are still known to the compiler. */
export interface TypedTransition<
  S extends StateShape,
  C extends CommandShape,
  E extends DomainEvent,
  P,
  T extends S['status'],
> extends Transition<S, C, E, P> {
  readonly to: readonly T[];
}

/** The unit or units that a case is about. */
export type UnitsConcerned = string | readonly string[] | undefined;

/** A lifecycle: the one place where a flow is written. */
export interface Lifecycle<
  S extends StateShape = StateShape,
  C extends CommandShape = CommandShape,
  E extends DomainEvent = DomainEvent,
  P = unknown,
> extends Fold<S, E> {
  readonly label: Text;
  readonly states: Readonly<Record<string, Text>>;
  readonly commands: Readonly<Record<string, Transition<S, C, E, P>>>;
  /** The instance a command is for; a first command's follows from its payload or, failing that, from its id. */
  identify(command: C, commandId: string): string;
  /** The unit a case is about, once that is known; several where, without a command, any of them may be meant. */
  unitOf(state: S, command: C | undefined): UnitsConcerned;
  /** The campaign whose policy governs the instance; none for those outside a campaign. */
  campaignOf(state: S, command: C | undefined): string | undefined;
  /** The windows that the instance keeps for the dossiers of a campaign. */
  windows?(state: S): readonly Window[];
  /** Overrides an event's own classification for an instance. */
  classify?(state: S): Classification | undefined;
}
