import type { ContentGuard, Facts, Guard, Loaded, Refusal } from '#kernel';
import { evaluationId, type EvaluationState } from '#lifecycles/evaluation';
import type { ModelState } from '#lifecycles/model';
import { registrationId } from '#lifecycles/registration';
import type { PrepareDossier, ReviseDossier } from './commands.js';
import type { ItemDraft } from './items.js';
import { commendationRefusals as refuse } from './refusals.js';
import { openItems, type DossierFacts } from './state.js';

/** Evaluations that a transition has read. */
export interface WithEvaluations {
  readonly evaluations: readonly Loaded<EvaluationState>[];
}
/** Models that a transition has read. */
export interface WithModels {
  readonly models: readonly Loaded<ModelState>[];
}

/** The evaluation of a model in a cycle. */
export const evaluationOf = (model: string, year: number): string => evaluationId(registrationId(model, year));

/** The models of some items, each once. */
export const modelsOf = (items: readonly Pick<ItemDraft, 'model'>[]): readonly string[] => [
  ...new Set(items.map((it) => it.model)),
];

/** Every open item's model was evaluated by its unit, and found effective in the dossier's cycle. */
export const modelsAreEffective: Guard<DossierFacts, WithEvaluations> = {
  rule: 'modelsAreEffective',
  check: (state, { evaluations }) => effective(openItems(state), state.year, evaluations),
};

/** The models of some items as facts, all found effective in a cycle, or the refusal. */
export function effective(
  items: readonly Pick<ItemDraft, 'model'>[],
  year: number,
  evaluations: WithEvaluations['evaluations'],
  path?: readonly string[],
): Facts | Refusal {
  const models = modelsOf(items);
  const refused = models.map((model) => effectiveRefusal(model, year, evaluations)).find((it) => it !== undefined);
  return refused ? { ...refused, ...(path && { path }) } : { models: [...models], year };
}

/** The refusal when a model was not found effective in a cycle, or its unit has not evaluated it. */
export function effectiveRefusal(
  model: string,
  year: number,
  evaluations: WithEvaluations['evaluations'],
): Refusal | undefined {
  const evaluation = evaluations.find((it) => it.id === evaluationOf(model, year))?.state;
  if (evaluation?.status !== 'concluded' || evaluation.conclusion.verdict !== 'EFFECTIVE')
    return refuse.notEffective({ model, year });
  return evaluation.selfEvaluation ? undefined : refuse.selfEvaluationMissing({ model, year });
}

/** Every open item's model is run by the proposing unit. */
export const modelsAreOwn: Guard<DossierFacts, WithModels> = {
  rule: 'modelsAreOwn',
  check: (state, { models }) => own(openItems(state), state, models),
};

/** Every model that a new dossier names is run by the proposing unit. */
export const newModelsAreOwn: ContentGuard<unknown, WithModels, PrepareDossier> = {
  rule: 'modelsAreOwn',
  checkContent: (command, _state, { models }) => own(command.items, command, models),
};

/** Every model that a revision names is run by the proposing unit. */
export const revisedModelsAreOwn: ContentGuard<DossierFacts, WithModels, ReviseDossier> = {
  rule: 'modelsAreOwn',
  checkContent: ({ items }, state, { models }) => own(items, state, models),
};

function own(
  items: readonly Pick<ItemDraft, 'model'>[],
  { campaign, unit }: Pick<DossierFacts, 'campaign' | 'unit'>,
  models: WithModels['models'],
): Facts | Refusal {
  const named = modelsOf(items);
  const foreign = named.find((model) => {
    const state = models.find((it) => it.id === model)?.state;
    return state === undefined || state.status === 'none' || state.unit !== unit || state.campaign !== campaign;
  });
  return foreign === undefined ? { models: [...named], unit } : refuse.modelNotOwn({ model: foreign });
}

/** A model that has not been cleared, or is not known, is kept from publication. */
export const isRestricted = (model: Loaded<ModelState> | undefined): boolean =>
  model === undefined || model.state.status === 'none' || model.state.restricted;
