import type { DomainEvent } from './record/envelope.js';
import { shared } from './fence/row-fence.js';
import type { Fold, StateShape } from './fold/fold.js';
import type {
  AnyRead,
  CommandShape,
  Lifecycle,
  ReadFence,
  Row,
  StreamRead,
  StreamsRead,
  Transition,
  TypedTransition,
  UnitsConcerned,
  ViewAsk,
} from './lifecycle.js';
import type { Question, Shape, ValuesOf } from './question.js';
import type { Text } from './text.js';

type RowBuilder<S extends StateShape, E extends DomainEvent, P> = <
  C extends CommandShape,
  F extends S['status'],
  T extends S['status'],
  R extends Readonly<Record<string, AnyRead<S, C>>> = Readonly<Record<never, never>>,
>(
  row: Row<S, C, E, P, F, T, R>,
) => TypedTransition<S, C, E, P, T>;

/** The statuses that some row leads to. */
type Reached<Table> = {
  [K in keyof Table]: Table[K] extends { readonly to: readonly (infer T)[] } ? T : never;
}[keyof Table];

/** Fails to compile with the names of the states that no command reaches. */
type AllReached<S extends StateShape, Table> =
  Exclude<S['status'], Reached<Table> | 'none'> extends never
    ? unknown
    : { readonly unreachableStates: Exclude<S['status'], Reached<Table> | 'none'> };

/** A table with one row for every command, none missing and none too many. */
type TableOf<S extends StateShape, C extends CommandShape, E extends DomainEvent, P> = {
  readonly [K in C['type']]: TypedTransition<S, Extract<C, { type: K }>, E, P, S['status']>;
};

/** What an author writes around the table. */
export interface LifecycleHead<S extends StateShape, C extends CommandShape, E extends DomainEvent> {
  readonly fold: Fold<S, E>;
  readonly label: Text;
  readonly states: { readonly [K in S['status']]: Text };
  readonly identify: (command: C, commandId: string) => string;
  readonly unitOf: (state: S, command: C | undefined) => UnitsConcerned;
  readonly campaignOf: (state: S, command: C | undefined) => string | undefined;
  readonly windows?: Lifecycle<S, C, E>['windows'];
  readonly classify?: Lifecycle<S, C, E>['classify'];
}

/**
 * Declares a lifecycle. Usage: `lifecycle<PlanState, PlanCommand, PlanEvent, CampaignPolicy>()(head, (on) => ({ DraftPlan: on({ … }) }))`.
 * A state that no command reaches, a command without a row, a guard that reads what is not loaded: none of these compile.
 */
export function lifecycle<S extends StateShape, C extends CommandShape, E extends DomainEvent, P = unknown>() {
  return <Table extends TableOf<S, C, E, P>>(
    head: LifecycleHead<S, C, E>,
    table: (on: RowBuilder<S, E, P>) => Table & AllReached<S, Table>,
  ): Lifecycle<S, C, E, P> & { readonly commands: Table } => {
    const commands = table(buildRow as RowBuilder<S, E, P>);
    const { fold, ...rest } = head;
    return { ...fold, ...rest, commands } as Lifecycle<S, C, E, P> & { readonly commands: Table };
  };
}

function buildRow(row: Partial<Transition> & Pick<Transition, 'label' | 'from' | 'to' | 'by' | 'decide'>): Transition {
  return {
    apartFrom: [],
    decision: undefined,
    awaited: false,
    deadline: undefined,
    timer: undefined,
    buildsOn: undefined,
    reads: {},
    fences: [],
    guards: [],
    ...row,
  };
}

/** Where a read goes through other fences than the dossier's own, or needs none. */
interface Through<S, C> {
  readonly fence?: ReadFence<NoInfer<S>, NoInfer<C> | undefined>;
}

/** Reads one other stream. Whoever can make untrue what is read there goes through the dossier's fence. */
export const reading = <S, C, R extends StateShape>(
  fold: Fold<R>,
  id: (state: S, command: C | undefined) => string | undefined,
  { fence = shared(fold.name.toLowerCase(), (state, command) => [id(state, command) ?? '']) }: Through<S, C> = {},
): StreamRead<S, C, R> => ({ kind: 'one', fold, id, fence });

/** Reads several other streams of one type, each through its own fence. */
export const readingMany = <S, C, R extends StateShape>(
  fold: Fold<R>,
  ids: (state: S, command: C | undefined) => readonly string[],
  { fence = shared(fold.name.toLowerCase(), ids) }: Through<S, C> = {},
): StreamsRead<S, C, R> => ({ kind: 'many', fold, ids, fence });

/**
 * Asks the views a question, answered as of the head of the log.
 * @param fence which fences those go through who change the answer; or why none is needed
 */
export const asking = <S, C, P extends Shape, R extends Shape>(
  question: Question<P, R>,
  params: (state: S, command: C | undefined) => ValuesOf<P>,
  fence: ReadFence<NoInfer<S>, NoInfer<C> | undefined>,
): ViewAsk<S, C, P, R> => ({ kind: 'ask', question, params, fence });
