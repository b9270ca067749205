import type { Facts, Guard, Json, Loaded, Refusal } from '#kernel';
import { evaluationId, type EvaluationState } from '#lifecycles/evaluation';
import type { ModelState } from '#lifecycles/model';
import { registrationId } from '#lifecycles/registration';
import type { UnitKind, UnitState } from '#lifecycles/unit';
import { personIn, plainName, recipientKey, type ItemDraft } from './items.js';
import { HOLD_GROUNDS } from './labels.js';
import { commendationRefusals as refuse } from './refusals.js';
import { openItems, voteStands, type DossierFacts, type Item } from './state.js';

/** The evaluation of a model in a cycle. */
export const evaluationOf = (model: string, year: number): string => evaluationId(registrationId(model, year));

/** The models of some items, each once. */
export const modelsOf = (items: readonly ItemDraft[]): readonly string[] => [...new Set(items.map((it) => it.model))];

/** What the views answer about achievements that other dossiers hold. */
interface Taken {
  readonly fingerprint: string;
  readonly dossier: string;
}

/** Evaluations and models that a transition has read. */
export interface WithEvaluations {
  readonly evaluations: readonly Loaded<EvaluationState>[];
}
export interface WithModels {
  readonly models: readonly Loaded<ModelState>[];
}
export interface WithTaken {
  readonly taken: readonly Json[];
}
/** Holds on the open items' recipients, in whatever dossier. */
export interface WithHolds {
  readonly holds: readonly Json[];
}

const UNIT_ROLES: readonly string[] = ['UNIT_CLERK', 'UNIT_HEAD'];

/** Nobody handles a dossier of himself, nor for somebody who is in it. */
export const notOwnDossier: Guard<DossierFacts, unknown> = {
  rule: 'notOwnDossier',
  check: ({ items }, _reads, { actor }) => ownDossier(items, actor) ?? { items: items.length },
};

/** The refusal when one of the items is the actor's own award. */
export function ownDossier(
  items: readonly ItemDraft[],
  actor: { readonly subject: string; readonly onBehalfOf?: string },
): Refusal | undefined {
  const persons = items.map(personIn);
  return persons.some((it) => it !== undefined && (it === actor.subject || it === actor.onBehalfOf))
    ? refuse.ownDossier()
    : undefined;
}

/** The unit that proposes acts as such; a unit that is only to receive has no part in the dossier. */
export const forProposingUnit: Guard<DossierFacts, unknown> = {
  rule: 'forProposingUnit',
  check: ({ unit }, _reads, { actor }) =>
    UNIT_ROLES.includes(actor.role) && actor.unit !== unit ? refuse.notProposingUnit() : { unit },
};

/** Units whose heads may grant a Giấy khen: specialised agencies and, for their chairmen, communes and wards (Art. 80). */
const GRANTING: readonly UnitKind[] = ['WARD', 'COMMUNE', 'DEPARTMENT', 'OFFICE', 'INSPECTORATE'];

/** The unit is of a kind whose head grants, and does not commend itself. */
export const unitMayGrant: Guard<DossierFacts, { readonly unit: Loaded<UnitState> }> = {
  rule: 'unitMayGrant',
  check: (state, { unit }) => {
    if (unit.state.status === 'none' || !GRANTING.includes(unit.state.kind)) return refuse.unitNotCompetent();
    const names = namesOf(unit.state);
    const own = openItems(state).find(
      ({ recipient: { collective } }) =>
        collective && (collective.unit === state.unit || isNamed(collective.name, names)),
    );
    return own ? refuse.ownUnitRecipient({ item: own.item }) : { kind: unit.state.kind };
  },
};

/** Every name a unit has or had. */
export const namesOf = (unit: UnitState): readonly string[] =>
  unit.status === 'none' ? [] : [...unit.names.map((it) => it.value), ...unit.aliases];

/** True when a name is one of some names, in any case and spacing. */
export const isNamed = (name: string, names: readonly string[]): boolean =>
  names.map(plainName).includes(plainName(name));

/** The erratum is the issuer's: the unit's head for the unit's own decision, the city for the city's. */
export const ofIssuer: Guard<DossierFacts, unknown> = {
  rule: 'ofIssuer',
  check: ({ items }, _reads, { actor }) => {
    const level = items.find(awardStands)?.award?.level ?? 'CITY';
    return (level === 'UNIT') === (actor.role === 'UNIT_HEAD') ? { level } : refuse.notIssuer({ level });
  },
};

/** Every open item's model was evaluated by its unit, and found effective in the dossier's cycle. */
export const modelsAreEffective: Guard<DossierFacts, WithEvaluations> = {
  rule: 'modelsAreEffective',
  check: (state, { evaluations }) => {
    const models = modelsOf(openItems(state));
    return (
      models.map((model) => effectiveRefusal(model, state.year, evaluations)).find((it) => it !== undefined) ?? {
        models: [...models],
        year: state.year,
      }
    );
  },
};

/** The refusal when a model was not found effective in a cycle, or its unit has not evaluated it. */
export function effectiveRefusal(
  model: string,
  year: number,
  evaluations: readonly Loaded<EvaluationState>[],
): Refusal | undefined {
  const evaluation = evaluations.find((it) => it.id === evaluationOf(model, year))?.state;
  if (evaluation?.status !== 'concluded' || evaluation.conclusion.verdict !== 'EFFECTIVE')
    return refuse.notEffective({ model, year });
  return evaluation.selfEvaluation ? undefined : refuse.selfEvaluationMissing({ model, year });
}

/** Every open item's model is run by the proposing unit. */
export const modelsAreOwn: Guard<DossierFacts, WithModels> = {
  rule: 'modelsAreOwn',
  check: (state, { models }) =>
    notOwnModel(openItems(state), state.campaign, state.unit, models) ?? { models: [...modelsOf(openItems(state))] },
};

/** The refusal when one of the items' models is somebody else's. */
export function notOwnModel(
  items: readonly ItemDraft[],
  campaign: string,
  unit: string,
  models: readonly Loaded<ModelState>[],
): Refusal | undefined {
  const foreign = modelsOf(items).find((model) => {
    const state = models.find((it) => it.id === model)?.state;
    return state === undefined || state.status === 'none' || state.unit !== unit || state.campaign !== campaign;
  });
  return foreign === undefined ? undefined : refuse.modelNotOwn({ model: foreign });
}

/** A model that has not been cleared, or is not known, is kept from publication. */
export const isRestricted = (model: Loaded<ModelState> | undefined): boolean =>
  model === undefined || model.state.status === 'none' || model.state.restricted;

/** No other dossier holds an achievement of this one (Art. 5). */
export const achievementsAreFree: Guard<DossierFacts, WithTaken> = {
  rule: 'achievementsAreFree',
  check: (state, { taken }) => takenRefusal(openItems(state), taken) ?? { achievements: openItems(state).length },
};

/** The refusal when another dossier holds one of the items' achievements. */
export function takenRefusal(items: readonly Item[], taken: readonly Json[]): Refusal | undefined {
  const fingerprints = items.map((it) => it.fingerprint);
  const dossiers = taken
    .map((row) => row as Json & Taken)
    .filter((it) => fingerprints.includes(it.fingerprint))
    .map((it) => it.dossier);
  return dossiers.length > 0 ? refuse.achievementTaken({ dossiers: [...new Set(dossiers)] }) : undefined;
}

interface RecipientHold {
  readonly recipient: string;
  readonly dossier: string;
  readonly since: string;
}

/**
 * The refusal when an item, or its recipient anywhere else, is on hold.
 * @param counts whether a hold that began at an instant stands in the way
 */
export function holdRefusal(
  item: Item,
  unit: string,
  { holds }: WithHolds,
  counts: (since: string) => boolean = () => true,
): Refusal | undefined {
  const { hold, recipient } = item;
  if (hold && counts(hold.at))
    return refuse.held({ item: item.item, ground: hold.ground, groundName: { ...HOLD_GROUNDS[hold.ground] } }, [
      'decisions',
    ]);
  const key = recipientKey(recipient, unit);
  const elsewhere = holds
    .map((row) => row as Json & RecipientHold)
    .filter((it) => it.recipient === key && counts(it.since));
  return elsewhere.length > 0
    ? refuse.recipientOnHold({ item: item.item, dossiers: [...new Set(elsewhere.map((it) => it.dossier))] }, [
        'decisions',
      ])
    : undefined;
}

/** The appraisal found every open item eligible. */
export const itemsAreEligible: Guard<DossierFacts, unknown> = {
  rule: 'itemsAreEligible',
  check: (state) => {
    const items = openItems(state)
      .filter((it) => it.eligible !== true)
      .map((it) => it.item);
    return items.length > 0 ? refuse.notEligible({ items }) : { eligible: openItems(state).length };
  },
};

/** The council voted for the dossier as it stands. */
export const councilAgreed: Guard<DossierFacts, unknown> = {
  rule: 'councilAgreed',
  check: (state): Facts | Refusal => {
    const { vote } = state;
    if (!vote || !voteStands(state)) return refuse.voteMissing();
    const { votesFor, basis, numerator, denominator } = vote;
    return { votesFor, of: vote[basis === 'PRESENT' ? 'present' : 'members'], numerator, denominator };
  },
};

/** The deadline for opinions has passed. */
export const opinionsAreOverdue: Guard<DossierFacts, unknown> = {
  rule: 'opinionsAreOverdue',
  check: ({ dueAt }, _reads, { now }) =>
    dueAt !== undefined && dueAt <= now ? { dueAt } : refuse.opinionAwaited({ dueAt: dueAt ?? null }),
};

/** Something was granted and has not been cancelled. */
export const someAwardStands: Guard<DossierFacts, unknown> = {
  rule: 'someAwardStands',
  check: ({ items }) => {
    const standing = items.filter(awardStands).length;
    return standing > 0 ? { awards: standing } : refuse.nothingGranted();
  },
};

/** An award that was granted and has not been cancelled. */
export const awardStands = (item: Item): boolean => item.award !== undefined && item.award.cancelled === undefined;

/** An award was cancelled and its object is still to be brought back. */
export const recoveryIsDue: Guard<DossierFacts, unknown> = {
  rule: 'recoveryIsDue',
  check: ({ items }) => {
    const due = items.filter((it) => it.award?.recovery === 'DUE').map((it) => it.item);
    return due.length > 0 ? { due } : refuse.nothingToRecover();
  },
};
