import { canonical, derivedId, eventIdOf, type EventToAppend } from '#kernel';
import type { Extent } from './extent.js';
import { isTheYear, type Copy, type Naming } from './naming.js';
import type { Template } from './template.js';

/** An event of the grown log, in its stream's order. */
export interface Told {
  readonly stream: string;
  readonly revision: number;
  readonly event: EventToAppend;
}

/** Lifecycles of which each group has one for all years. */
const LASTING = ['unit', 'access'];
/** One dossier in so many stays where it was sent, and waits for whoever handles it. */
const WAITING = 20;
/** What is waited for from then on. */
const SENT: Readonly<Record<string, string>> = { plan: 'PlanSubmitted', registration: 'RegistrationSubmitted' };

/** The year told again and again: all copies of a time side by side, so that recorded times rise. */
export class Story {
  /** The revision at which a stream of the year was sent. */
  readonly #sent = new Map<string, number>();
  readonly #span: number;

  constructor(
    private readonly templates: readonly Template[],
    private readonly naming: Naming,
    private readonly extent: Extent,
  ) {
    for (const { lifecycle, stream, type, revision } of templates)
      if (SENT[lifecycle] === type && !this.#sent.has(stream)) this.#sent.set(stream, revision);
    this.#span = spanOf(templates);
  }

  /** Every event, in the log's order. */
  *told(): Generator<Told> {
    const { rounds } = this.extent;
    for (let round = 0; round < rounds; round += 1) {
      const copies = this.#copiesIn(round);
      for (const template of this.templates)
        for (const copy of copies) if (this.#happens(template, copy)) yield told(template, this.naming, copy);
      if (round + 1 < rounds) yield* this.#freezings(copies);
    }
  }

  #copiesIn(round: number): readonly Copy[] {
    const { groups, programmes } = this.extent;
    return Array.from({ length: groups * programmes }, (_, index) => ({
      group: index % groups,
      round,
      programme: Math.floor(index / groups),
      years: round * this.#span,
    }));
  }

  #happens({ lifecycle, stream, revision }: Template, copy: Copy): boolean {
    if (isTheYear(copy)) return true;
    if (lifecycle === 'log') return false;
    if (LASTING.includes(lifecycle)) return copy.round + copy.programme === 0;
    if (lifecycle === 'campaign') return copy.group === 0;
    const sent = this.#sent.get(stream);
    return sent === undefined || revision <= sent || !isLeftWaiting(this.naming.stream(stream, copy));
  }

  /** Cycles are frozen before the year begins anew: their windows close, and their figures are still counted. */
  *#freezings(copies: readonly Copy[]): Generator<Told> {
    const campaign = this.templates.filter(({ lifecycle }) => lifecycle === 'campaign');
    const openings = campaign.filter(({ type }) => type === 'CycleOpened');
    const last = campaign.at(-1);
    if (!last) return;
    for (const copy of copies.filter(({ group }) => group === 0)) {
      for (const [index, opening] of openings.entries())
        yield frozen(told(opening, this.naming, copy), last, copy, last.revision + 1 + index);
    }
  }
}

const told = (template: Template, naming: Naming, copy: Copy): Told => ({
  revision: template.revision,
  ...template.fill(naming, copy),
});

const isLeftWaiting = (stream: string): boolean => Number.parseInt(stream.slice(-4), 16) % WAITING === 0;

/** The freezing of a cycle, by those who opened it. */
function frozen({ stream, event }: Told, { recordedAt }: Template, copy: Copy, revision: number): Told {
  const commandId = derivedId('frozen', event.eventId);
  const { year } = JSON.parse(event.data) as { readonly year: number };
  const at = `${Number(recordedAt.slice(0, 4)) + copy.years}${recordedAt.slice(4)}`;
  const ids = { commandId, causationId: commandId, correlationId: commandId, commandType: 'FreezeCycle' };
  const metadata = { ...(JSON.parse(event.metadata) as object), ...ids, recordedAt: at, occurredAt: at };
  return {
    stream,
    revision,
    event: {
      eventId: eventIdOf(stream, commandId, 0),
      type: 'CycleFrozen',
      data: canonical({ year }),
      metadata: canonical(metadata),
    },
  };
}

/** The least whole number of years after which the year can be told again without times running backwards. */
function spanOf(templates: readonly Template[]): number {
  const first = templates[0]?.recordedAt ?? '';
  const last = templates.at(-1)?.recordedAt ?? '';
  const years = Number(last.slice(0, 4)) - Number(first.slice(0, 4));
  return Math.max(1, last.slice(4) > first.slice(4) ? years + 1 : years);
}
