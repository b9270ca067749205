import { derivedId, eventIdOf, parseStream, type StoredEvent } from '#kernel';
import { evaluationId } from '#lifecycles/evaluation';
import { planId } from '#lifecycles/plan';
import { registrationId } from '#lifecycles/registration';
import { unitId } from '#lifecycles/unit';

/** Which copy of the year something belongs to. */
export interface Copy {
  /** A group of units, each a copy of all units of the year; 0 are the units of the year themselves. */
  readonly group: number;
  /** How many spans of the year later it happens. */
  readonly round: number;
  /** A campaign beside others of the same time. */
  readonly programme: number;
  /** Civil years to be added. */
  readonly years: number;
}

/** True of the year as it was: everything keeps its name. */
export const isTheYear = ({ group, round, programme }: Copy): boolean => group + round + programme === 0;

/** The new name of something in a copy. */
type Rename = (id: string, copy: Copy) => string;

/** Units and people stay the same from year to year; a campaign is the same for all groups; all else is new in each copy. */
const ofGroup: Rename = (id, { group }) => (group === 0 ? id : derivedId('grown', id, 'group', group));
const ofCampaign: Rename = (id, { round, programme }) =>
  round + programme === 0 ? id : derivedId('grown', id, 'campaign', round, programme);
const ofCopy: Rename = (id, copy) =>
  isTheYear(copy) ? id : derivedId('grown', id, copy.group, copy.round, copy.programme);

/** A unit's key in a copy. */
export const keyIn = (key: string, { group }: Copy): string => (group === 0 ? key : `${key}-${group + 1}`);

/** The most events of one command whose ids are looked for. */
const MOST_OF_A_COMMAND = 20;

/** Gives ids in copies such names as the engine would give: what follows from other things does so in the copy. */
export class Naming {
  readonly #rules = new Map<string, Rename>();

  constructor(events: readonly StoredEvent[]) {
    for (const event of events) this.#learn(event);
  }

  /** The id's name in a copy. */
  of(id: string, copy: Copy): string {
    return (this.#rules.get(id) ?? ofCopy)(id, copy);
  }

  /** The stream's name in a copy. */
  stream(stream: string, copy: Copy): string {
    const { name, id } = parseStream(stream);
    return `${name}-${this.of(id, copy)}`;
  }

  #learn({ stream, data, metadata, eventId }: StoredEvent): void {
    const { name, id } = parseStream(stream);
    const said = JSON.parse(data) as Readonly<Record<string, unknown>>;
    const rule = ruleOf(name, said, this);
    if (rule && !this.#rules.has(id)) this.#rules.set(id, rule);
    if (name === 'access' && typeof said['grant'] === 'string') this.#rules.set(said['grant'], ofGroup);
    const { commandId = '' } = JSON.parse(metadata) as Readonly<Record<string, string>>;
    const index = Array.from({ length: MOST_OF_A_COMMAND }, (_, at) => at).find(
      (at) => eventIdOf(stream, commandId, at) === eventId,
    );
    if (index === undefined) return;
    this.#rules.set(eventId, (_, copy) => eventIdOf(this.stream(stream, copy), this.of(commandId, copy), index));
  }
}

/** How the id of a dossier follows from its first event, where it does. */
function ruleOf(name: string, said: Readonly<Record<string, unknown>>, naming: Naming): Rename | undefined {
  const id = (field: string, copy: Copy): string => naming.of(String(said[field]), copy);
  const year = (copy: Copy): number => Number(said['year']) + copy.years;
  switch (name) {
    case 'unit':
      return (own, copy) =>
        copy.group === 0 || said['key'] === undefined ? own : unitId(keyIn(String(said['key']), copy));
    case 'access':
      return ofGroup;
    case 'campaign':
      return ofCampaign;
    case 'plan':
      return (_, copy) => planId(id('campaign', copy), id('unit', copy), year(copy));
    case 'registration':
      return (_, copy) => registrationId(id('model', copy), year(copy));
    case 'evaluation':
      return (_, copy) => evaluationId(id('registration', copy));
    default:
      return undefined;
  }
}
