import type { FenceUse } from '#kernel';

/** What the machine is: figures mean nothing without it. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly node: string;
  readonly system: string;
}

/** Durable appends beside what bare `node:sqlite` does with the same rows. */
export interface AppendFigures {
  readonly store: number;
  readonly ceiling: number;
  readonly ratio: number;
}

/** Commands through the whole pipeline beside appends of the same events. */
export interface CommandFigures {
  readonly commands: number;
  readonly ofAppends: number;
}

/** Commands while people listen to changes, beside commands while nobody does. */
export interface ListeningFigures {
  readonly listeners: number;
  readonly without: number;
  readonly withAll: number;
  readonly ratio: number;
  /** Changes that were told, to all of them together. */
  readonly told: number;
}

/** One kind of request under load. */
export interface LoadFigures {
  readonly name: string;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** The same read of a small log and of a large one. */
export interface GrowthFigures {
  readonly events: readonly [small: number, large: number];
  readonly reads: readonly {
    readonly name: string;
    readonly smallMs: number;
    readonly largeMs: number;
    readonly ratio: number;
  }[];
  /** The greatest ratio among them. */
  readonly worst: number;
  readonly aim: number;
  readonly reached: boolean;
  /** The views built anew from either log. */
  readonly rebuild: {
    readonly small: { readonly seconds: number; readonly peakMb: number };
    readonly large: { readonly seconds: number; readonly peakMb: number };
    readonly ratio: number;
    readonly aim: number;
    readonly reached: boolean;
  };
}

/** How many fences a command passes, and how. */
export interface FencesPassed {
  readonly fences: number;
  readonly use: FenceUse;
}

/** Commands of 64 callers, beside those that pass no fence, over the embedded store and over appends to one stream at a time. */
export interface FenceFigure extends FencesPassed {
  readonly perSecond: number;
  readonly ofNone: number;
  readonly overOneStream: number;
  readonly overOneStreamOfNone: number;
}

/** Everything that one run has measured; rates are per second. */
export interface Figures {
  readonly machine: Machine;
  readonly quick: boolean;
  readonly appends: {
    readonly one: AppendFigures;
    readonly sixtyFour: AppendFigures;
    readonly aim: number;
    readonly reached: boolean;
  };
  readonly commands: {
    readonly one: CommandFigures;
    readonly sixtyFour: CommandFigures;
    readonly newPersons: CommandFigures;
  };
  readonly fences: readonly FenceFigure[];
  readonly views: { readonly events: number; readonly rebuild: number; readonly following: number };
  readonly listening: ListeningFigures;
  readonly growth: GrowthFigures;
  readonly queries: readonly LoadFigures[];
  readonly mutation: LoadFigures;
  readonly ready: { readonly emptyMs: number; readonly filledMs: number; readonly filledEvents: number };
  readonly memory: {
    readonly afterSeedingMb: number;
    readonly atRestMb: number;
    readonly aimMb: number;
    readonly reached: boolean;
  };
}

/** The middle of what was measured: one slow round decides nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** How many a second `work` does. */
export async function rateOf(count: number, work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (count * 1_000) / (performance.now() - start);
}
