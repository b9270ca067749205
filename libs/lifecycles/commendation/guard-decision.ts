import { localDateOf } from '#calendar';
import { isRefusal, type ContentGuard, type Facts, type Guard, type Loaded, type Refusal } from '#kernel';
import type { CampaignPolicy } from '#lifecycles/campaign';
import { isFoundEffective, type EvaluationState } from '#lifecycles/evaluation';
import type { UnitKind, UnitState } from '#lifecycles/unit';
import type { ItemDecision } from './commands.js';
import { answeredOnce } from './guard-appraisal.js';
import { cityDecision, type WithDeciders } from './guard-document.js';
import { effective, evaluationOf, type WithEvaluations } from './guard-models.js';
import { free, type WithTaken } from './guard-proposal.js';
import type { CommendationForm } from './items.js';
import { FORMS, roleName } from './labels.js';
import { commendationRefusals as refuse } from './refusals.js';
import { openItems, type DossierFacts, type Item } from './state.js';

/** A command that answers item by item. */
export interface WithDecisions {
  readonly decisions: readonly ItemDecision[];
}

/** The items that a command grants. */
export const grantedBy = ({ decisions }: WithDecisions, { items }: DossierFacts): readonly Item[] =>
  items.filter(({ item }) => decisions.some((it) => it.item === item && it.outcome === 'GRANTED'));

/** Each open item, and no other, is answered once. */
export const answersEachItem: ContentGuard<DossierFacts, unknown, WithDecisions> = {
  rule: 'answersEachItem',
  checkContent: ({ decisions }, state) =>
    answeredOnce(
      decisions.map((it) => it.item),
      state,
      'decisions',
    ),
};

/** Whatever is not granted has a reason of its own. */
export const reasonsAreGiven: ContentGuard<unknown, unknown, WithDecisions> = {
  rule: 'reasonsAreGiven',
  checkContent: ({ decisions }) => {
    const silent = decisions.find((it) => it.outcome !== 'GRANTED' && it.reason === undefined);
    if (silent) return refuse.itemReasonMissing({ item: silent.item }, ['decisions']);
    const count = (outcome: ItemDecision['outcome']): number => decisions.filter((it) => it.outcome === outcome).length;
    return { granted: count('GRANTED'), refused: count('REFUSED'), returned: count('RETURNED') };
  },
};

/** What is granted, is granted by the city's own decision. */
export const grantIsOfCity: ContentGuard<DossierFacts, WithDeciders, WithDecisions> = {
  rule: 'documentIsOfCity',
  checkContent: (command, state, reads, { document }) =>
    grantedBy(command, state).length > 0 ? cityDecision(document, reads) : { granted: 0 },
};

/** What is entered is the city's own decision. */
export const entryIsOfCity: ContentGuard<unknown, WithDeciders, unknown> = {
  rule: 'documentIsOfCity',
  checkContent: (_command, _state, reads, { document }) => cityDecision(document, reads),
};

/** Whoever decides is competent for each form that is granted. */
export const grantedFormsAreActors: ContentGuard<DossierFacts, unknown, WithDecisions, CampaignPolicy> = {
  rule: 'competentForForms',
  checkContent: (command, state, _reads, { actor, policy }) =>
    competentFor(grantedBy(command, state), actor.role, policy, ['decisions']),
};

/** The city, whose decision is entered, is competent for each form that is granted. */
export const grantedFormsAreCitys: ContentGuard<DossierFacts, unknown, WithDecisions, CampaignPolicy> = {
  rule: 'competentForForms',
  checkContent: (command, state, _reads, { policy }) =>
    competentFor(grantedBy(command, state), 'UBND_DECIDER', policy, ['decisions']),
};

/** The head is competent for every open item's form; a Bằng khen is never a unit's, whatever a policy says (Art. 80). */
export const unitFormsAreHeads: Guard<DossierFacts, unknown, CampaignPolicy> = {
  rule: 'competentForForms',
  check: (state, _reads, { actor, policy }) => {
    const merit = openItems(state).some((it) => it.form === 'CERTIFICATE_OF_MERIT');
    return merit
      ? notCompetent('CERTIFICATE_OF_MERIT', actor.role)
      : competentFor(openItems(state), actor.role, policy);
  },
};

function competentFor(
  items: readonly Item[],
  role: string,
  { competentFor: allowed }: CampaignPolicy,
  path?: readonly string[],
): Facts | Refusal {
  const forms = [...new Set(items.map((it) => it.form))];
  const beyond = forms.find((form) => !allowed[form].includes(role));
  return beyond === undefined ? { role, forms } : notCompetent(beyond, role, path);
}

const notCompetent = (form: CommendationForm, role: string, path?: readonly string[]): Refusal =>
  refuse.formNotCompetent({ role, roleName: roleName(role), form, formName: { ...FORMS[form] } }, path);

/** Everything that is granted rests on a model found effective. */
export const grantedAreEffective: ContentGuard<DossierFacts, WithEvaluations, WithDecisions> = {
  rule: 'modelsAreEffective',
  checkContent: (command, state, { evaluations }) => effective(grantedBy(command, state), state.year, evaluations),
};

/** What is entered as granted rests on a model found effective, or on a result that was taken back only after the city had signed. */
export const enteredAreFounded: ContentGuard<DossierFacts, WithEvaluations, WithDecisions> = {
  rule: 'modelsAreEffective',
  checkContent: (command, state, { evaluations }, { document }) => {
    const granted = grantedBy(command, state);
    const stood = evaluations.filter(({ state: it }) => stoodOn(it, document?.signedOn)).map(({ id }) => id);
    const rest = granted.filter(({ model }) => !stood.includes(evaluationOf(model, state.year)));
    const found = effective(rest, state.year, evaluations, ['decisions']);
    return isRefusal(found) || stood.length === 0 ? found : { ...found, takenBackSince: stood };
  },
};

/** True when an effective result was in force on a day, and has been taken back since. */
const stoodOn = (state: EvaluationState, day: string | undefined): boolean =>
  day !== undefined &&
  state.status !== 'none' &&
  !isFoundEffective(state) &&
  state.setAside.some(
    ({ verdict, concludedAt, setAsideAt }) =>
      verdict === 'EFFECTIVE' && localDateOf(concludedAt) <= day && day < localDateOf(setAsideAt),
  );

/** No other dossier holds an achievement that is granted (Art. 5). */
export const grantedAreFree: ContentGuard<DossierFacts, WithTaken, WithDecisions> = {
  rule: 'achievementsAreFree',
  checkContent: (command, state, { taken }) => free(grantedBy(command, state), taken),
};

/** Units whose heads may grant a Giấy khen: specialised agencies and, for their chairmen, communes and wards (Art. 80). */
const GRANTING: readonly UnitKind[] = ['WARD', 'COMMUNE', 'DEPARTMENT', 'OFFICE', 'INSPECTORATE'];

/** The unit is of a kind whose head grants, and does not commend itself. */
export const unitMayGrant: Guard<DossierFacts, { readonly unit: Loaded<UnitState> }> = {
  rule: 'unitMayGrant',
  check: (state, { unit }) => {
    if (unit.state.status === 'none' || !GRANTING.includes(unit.state.kind)) return refuse.unitNotCompetent();
    const own = openItems(state).find(
      ({ recipient: { collective } }) => collective?.unit === state.unit && collective.registered === undefined,
    );
    return own ? refuse.ownUnitRecipient({ item: own.item }) : { kind: unit.state.kind };
  },
};
