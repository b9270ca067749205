import { derivedId, text, type CommandRequest, type DocumentRef, type Text } from '#kernel';
import type { AccessCommand } from '#lifecycles/access';
import type { CampaignCommand } from '#lifecycles/campaign';
import type { UnitCommand } from '#lifecycles/unit';

/** One command of the seed. */
export interface SeedStep {
  readonly title: Text;
  /** Neighbouring steps of one phase do not depend on each other. */
  readonly phase: string;
  readonly request: CommandRequest<AccessCommand | UnitCommand | CampaignCommand>;
}

/** Where and when a seed is laid. Both follow into identifiers and events: keep them for one log. */
export interface Founding {
  /** Whose tokens will name the personas. */
  readonly issuer: string;
  /** The day of the founding note and of the roster, `YYYY-MM-DD`; the day after the parent plan's unless given. */
  readonly foundedOn?: string;
}

/** The day the seed is founded on unless another is given. */
const DEFAULT_DAY = '2026-06-09';

/** The day of the founding note. */
export const dayOf = (founding: Founding): string => founding.foundedOn ?? DEFAULT_DAY;

/** The paper behind the seed's own decisions: plainly a demonstration's, so that nobody takes it for an official act. */
export function foundingNote(founding: Founding): DocumentRef {
  const signedOn = dayOf(founding);
  return {
    issuer: 'Sở Nội vụ (dữ liệu trình diễn)',
    type: 'BB',
    number: 'TD-01',
    year: Number(signedOn.slice(0, 4)),
    signedOn,
  };
}

/** The same for the same step on every machine: sending a step again repeats nothing. */
export const seedCommandId = (...name: readonly string[]): string => derivedId('seed', ...name);

/** Everything of a request but what every step derives for itself. */
type Sent = Omit<SeedStep['request'], 'commandId' | 'correlationId'>;

/**
 * A step under a derived command id.
 * @param name what tells the step from every other, the command first
 */
export function step(
  phase: string,
  name: readonly string[],
  title: readonly [vi: string, en: string],
  sent: Sent,
): SeedStep {
  return {
    phase,
    title: text(...title),
    request: { ...sent, commandId: seedCommandId(...name), correlationId: derivedId('seed') },
  };
}
