import { localDateOf } from '#calendar';
import {
  personRef,
  type CommandRequest,
  type CommandShape,
  type DocumentRef,
  type Lifecycle,
  type Loaded,
} from '#kernel';
import { accessFold, type AccessState } from '#lifecycles/access';
import { commendationFold, type CommendationState } from '#lifecycles/commendation';
import type { Dossier } from '../../../commendation/state.js';
import { HUE_UNITS, PERSONAS } from '#seed';
import { unitId } from '#lifecycles/unit';
import { who } from '../actors.js';

/** What a command says, whichever it is. */
export type Said = CommandShape & Readonly<Record<string, unknown>>;

/**
 * A command that was sent once, as it would be sent to another dossier on another day: by that dossier's own people, with what
 * the command picks out of a dossier picked out of this one.
 * @param dossier none for a command that begins one
 */
export function fitted(
  request: CommandRequest,
  lifecycle: Lifecycle,
  dossier: Loaded | undefined,
  now: string,
): CommandRequest {
  const said = request.command as Said;
  const command = dossier && said['id'] !== dossier.id ? picked({ ...said, id: dossier.id }, dossier) : said;
  const subject = dossier ? senderFor(request.subject, lifecycle.unitOf(dossier.state, command)) : request.subject;
  const { document, delegation: _, ...rest } = request;
  return { ...rest, command, subject, ...(document && { document: onDay(document, now) }) };
}

/**
 * What a command that begins a dossier says to meet somebody who acts in another: for a hold, whom that dossier proposes; of two
 * persons who are one, the one for the other.
 * @param met the other's dossier
 */
export function begunFor(said: Said, met: Loaded): readonly Said[] {
  switch (said.type) {
    case 'JoinPersons':
      return [{ ...said, double: said['person'], person: said['double'] }];
    case 'PlaceHold':
      return recipientsIn(met).map((whom) => ({ type: said.type, ground: said['ground'], ...whom }));
    default:
      return [said];
  }
}

function recipientsIn({ name, state }: Loaded): readonly object[] {
  if (name !== commendationFold.name || state.status === 'none') return [];
  return (state as Dossier).items.map(({ recipient: { person, collective } }) =>
    person
      ? { person: personRef(person.person ?? '') }
      : { unit: collective?.unit, collective: collective?.registered },
  );
}

/** Of what a command picks out, what this dossier has. */
function picked(said: Said, dossier: Loaded): Said {
  switch (dossier.name) {
    case accessFold.name:
      return { ...said, ...powersIn(dossier as Loaded<AccessState>) };
    case commendationFold.name:
      return { ...said, ...itemsIn(said, dossier as Loaded<CommendationState>) };
    case 'evaluation':
      return 'conflicted' in said ? { ...said, conflicted: [] } : said;
    default:
      return said;
  }
}

function powersIn({ state }: Loaded<AccessState>): object {
  if (state.status === 'none') return {};
  return { grant: state.roles[0]?.grant, revoked: state.delegations[0]?.delegation };
}

function itemsIn(said: Said, { state }: Loaded<CommendationState>): object {
  if (state.status === 'none') return {};
  const items = state.items.map(({ item }) => item);
  return {
    ...('item' in said && { item: items[0] }),
    ...('decisions' in said && { decisions: items.map((item) => ({ item, outcome: 'GRANTED' })) }),
    ...('findings' in said && { findings: items.map((item) => ({ item, eligible: true, checks: [] })) }),
    ...(Array.isArray(said['items']) && typeof said['items'][0] === 'string' && { items }),
  };
}

const SUBS = new Map(PERSONAS.map(({ sub }) => [who(sub), sub]));
const KEYS = new Map(HUE_UNITS.map(({ key }) => [unitId(key), key]));

/** Of a unit's people, those of the unit that the case is about. */
function senderFor(subject: string, units: ReturnType<Lifecycle['unitOf']>): string {
  const sub = SUBS.get(subject);
  const [of] = [units].flat();
  const key = KEYS.get(of ?? '');
  const office = /^(?<office>clerk|head)\./.exec(sub ?? '')?.groups?.['office'];
  return office && key !== undefined ? who(`${office}.${key}`) : subject;
}

/** A paper of the day under a number that nothing else bears. */
const onDay = (document: DocumentRef, now: string): DocumentRef => ({
  ...document,
  number: `9${document.number}`,
  signedOn: localDateOf(now),
  year: Number(localDateOf(now).slice(0, 4)),
});
