import {
  isRefusal,
  START,
  type Accepted,
  type CommandRequest,
  type Loader,
  type Outcome,
  type Position,
  type Refusal,
} from '#kernel';
import { campaignFold } from '#lifecycles/campaign';
import { hueCampaignId } from './campaign-steps.js';
import { seedPlan, type SeedScope } from './plan.js';
import type { SeedStep } from './step.js';

/** Whatever carries out commands: the engine. */
export interface SeedTarget {
  execute(request: CommandRequest): Promise<Outcome>;
}

/** How a seed is laid. */
export interface SeedOptions extends SeedScope {
  /** How many independent commands may be under way at once. One unless given: only then is the log's order always the same. */
  readonly concurrency?: number;
  /** Called after every command that was carried out. */
  readonly onProgress?: (progress: SeedProgress) => void;
}

/** How far a seed has come. */
export interface SeedProgress {
  readonly done: number;
  readonly total: number;
  readonly step: SeedStep;
}

/** What a seed came to. */
export interface SeedResult {
  readonly steps: number;
  /** How many of them an earlier run had carried out. */
  readonly repeated: number;
  /** The furthest position written: the views show the seed once they have reached it. */
  readonly position: Position;
}

/** A step of the seed was refused: the log holds something that the seed does not expect. Run it on an empty log. */
export class SeedFault extends Error {
  constructor(
    readonly step: SeedStep,
    readonly refusal: Refusal,
  ) {
    const { title } = step;
    const { code, message } = refusal;
    super(
      `Không gieo được dữ liệu ở bước «${title.vi}»: ${message.vi} (${code}). Seeding stopped at «${title.en}»: ${message.en}`,
    );
    this.name = 'SeedFault';
  }
}

/**
 * Opens the city's campaign by sending commands. May be interrupted and run again: what has been done is not done twice.
 * @throws SeedFault at the first refusal
 */
export async function seed(engine: SeedTarget, options: SeedOptions): Promise<SeedResult> {
  const steps = seedPlan(options);
  const accepted: Accepted[] = [];
  for (const batch of batchesOf(steps, options.concurrency ?? 1)) {
    const outcomes = await Promise.all(
      batch.map(async (step) => ({ step, outcome: await engine.execute(step.request) })),
    );
    for (const { step, outcome } of outcomes) {
      if (isRefusal(outcome)) throw new SeedFault(step, outcome);
      accepted.push(outcome);
      options.onProgress?.({ done: accepted.length, total: steps.length, step });
    }
  }
  const repeated = accepted.filter((outcome) => outcome.repeated).length;
  return { steps: steps.length, repeated, position: accepted.map((outcome) => outcome.position).reduce(later, START) };
}

/** True once the seed's last step has been taken: an interrupted seed is still to be completed. */
export async function isSeeded(loader: Pick<Loader, 'load'>): Promise<boolean> {
  const { state } = await loader.load(campaignFold, hueCampaignId);
  return state.status !== 'none' && state.cycles.length > 0;
}

/** Positions are ordered as texts. */
const later = (a: Position, b: Position): Position => (a < b ? b : a);

/** Splits the steps into runs of at most `size` neighbours of one phase. */
function batchesOf(steps: readonly SeedStep[], size: number): readonly (readonly SeedStep[])[] {
  return steps.reduce<SeedStep[][]>((batches, step) => {
    const last = batches.at(-1);
    if (last?.[0]?.phase === step.phase && last.length < size) last.push(step);
    else batches.push([step]);
    return batches;
  }, []);
}
