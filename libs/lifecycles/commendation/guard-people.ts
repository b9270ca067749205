import type { ActorRecord, ContentGuard, Guard, Refusal } from '#kernel';
import type { PrepareDossier, ReviseDossier } from './commands.js';
import { personIn, type ItemDraft } from './items.js';
import { commendationRefusals as refuse } from './refusals.js';
import type { DossierFacts } from './state.js';

const UNIT_ROLES: readonly string[] = ['UNIT_CLERK', 'UNIT_HEAD'];

/** The unit that proposes acts as such; a unit that is only to receive has no part in the dossier. */
export const forProposingUnit: Guard<DossierFacts, unknown> = {
  rule: 'forProposingUnit',
  check: ({ unit }, _reads, { actor }) =>
    UNIT_ROLES.includes(actor.role) && actor.unit !== unit ? refuse.notProposingUnit() : { unit },
};

/** Nobody handles a dossier of himself, nor for somebody who is in it. */
export const notOwnDossier: Guard<DossierFacts, unknown> = {
  rule: 'notOwnDossier',
  check: ({ items }, _reads, { actor }) => ownAward(items, actor) ?? { items: items.length },
};

/** Nobody proposes himself, nor the one acted for. */
export const proposesNobodyActing: ContentGuard<unknown, unknown, PrepareDossier | ReviseDossier> = {
  rule: 'proposesNobodyActing',
  checkContent: ({ items }, _state, _reads, { actor }) => ownAward(items, actor) ?? { items: items.length },
};

/** The refusal when one of the items is the actor's own award: a person is known by identity, never by name. */
function ownAward(
  items: readonly Pick<ItemDraft, 'recipient'>[],
  { subject, onBehalfOf }: ActorRecord,
): Refusal | undefined {
  const persons = items.map(({ recipient }) => personIn(recipient));
  return persons.some((it) => it !== undefined && (it === subject || it === onBehalfOf))
    ? refuse.ownDossier()
    : undefined;
}
