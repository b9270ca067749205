import { asking, reading, readingMany } from '#kernel';
import { campaignFold } from '#lifecycles/campaign';
import { evaluationFold } from '#lifecycles/evaluation';
import { modelFold } from '#lifecycles/model';
import { unitFold } from '#lifecycles/unit';
import type { PrepareDossier, RequestOpinion, ReviseDossier } from './commands.js';
import { evaluationOf, modelsOf } from './guards.js';
import { recipientKey } from './items.js';
import { openItems, type CommendationState } from './state.js';

const openModels = (state: CommendationState): readonly string[] =>
  state.status === 'none' ? [] : modelsOf(openItems(state));

/** The campaign and the unit that a new dossier names. */
export const newCampaign = reading(
  campaignFold,
  (_state: CommendationState, command?: PrepareDossier) => command?.campaign,
);
export const newUnit = reading(unitFold, (_state: CommendationState, command?: PrepareDossier) => command?.unit);

/** The models that a command's items name. */
export const newModels = readingMany(modelFold, (_state: CommendationState, command?: PrepareDossier | ReviseDossier) =>
  modelsOf(command?.items ?? []),
);

export const unit = reading(unitFold, (state: CommendationState) => (state.status === 'none' ? undefined : state.unit));

/** Models and evaluations of everything still open. */
export const models = readingMany(modelFold, openModels);
export const evaluations = readingMany(evaluationFold, (state: CommendationState) =>
  state.status === 'none' ? [] : openModels(state).map((model) => evaluationOf(model, state.year)),
);

/** Every model of the dossier, decided on or not. */
export const allModels = readingMany(modelFold, (state: CommendationState) =>
  state.status === 'none' ? [] : modelsOf(state.items),
);

/** The units that are asked for an opinion. */
export const bodies = readingMany(
  unitFold,
  (_state: CommendationState, command?: RequestOpinion) => command?.bodies ?? [],
);

/** Where the open items' recipients are on hold, whatever the dossier. */
export const heldRecipients = asking<CommendationState, unknown>('commendation.heldRecipients', (state) => ({
  recipients: JSON.stringify(
    state.status === 'none' ? [] : openItems(state).map((it) => recipientKey(it.recipient, state.unit)),
  ),
}));

/** The names under which the city decides. */
export const deciders = asking<CommendationState, unknown>('commendation.deciders', () => ({}));

/** Which other dossiers hold the open items' achievements; the dossier's own items are left out. */
export const taken = asking<CommendationState, unknown>('commendation.achievementsTaken', (state) => {
  const items = state.status === 'none' ? [] : state.items;
  return {
    fingerprints: JSON.stringify(items.map((it) => it.fingerprint)),
    except: JSON.stringify(items.map((it) => it.item)),
  };
});
