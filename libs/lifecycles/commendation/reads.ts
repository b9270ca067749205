import { asking, exclusive, reading, readingMany, shared, unfenced } from '#kernel';
import { campaignFold } from '#lifecycles/campaign';
import { evaluationFold, restingOn } from '#lifecycles/evaluation';
import { modelFold } from '#lifecycles/model';
import { unitFold } from '#lifecycles/unit';
import { decidingNames } from '#lifecycles/unit/questions';
import type { PrepareDossier, RequestOpinion, ReviseDossier } from './commands.js';
import { evaluationOf, modelsOf } from './guard-models.js';
import { recipientKey } from './items.js';
import { achievementsTaken, heldRecipients } from './questions/index.js';
import { openItems, type CommendationState, type Item } from './state.js';

const open = (state: CommendationState): readonly Item[] => (state.status === 'none' ? [] : openItems(state));
const openModels = (state: CommendationState): readonly string[] => modelsOf(open(state));

/** The campaign that a new dossier names. */
export const newCampaign = reading(
  campaignFold,
  (_state: CommendationState, command?: PrepareDossier) => command?.campaign,
);
/** The unit that a new dossier names. */
export const newUnit = reading(unitFold, (_state: CommendationState, command?: PrepareDossier) => command?.unit);

/** The models that a command's items name. */
export const newModels = readingMany(modelFold, (_state: CommendationState, command?: PrepareDossier | ReviseDossier) =>
  modelsOf(command?.items ?? []),
);

/** The proposing unit. */
export const unit = reading(unitFold, (state: CommendationState) => (state.status === 'none' ? undefined : state.unit));

const openEvaluations = (state: CommendationState): readonly string[] =>
  state.status === 'none' ? [] : openModels(state).map((model) => evaluationOf(model, state.year));

/** Models of everything still open. */
export const models = readingMany(modelFold, openModels);
/** Evaluations of everything still open, in the dossier's cycle. */
export const evaluations = readingMany(evaluationFold, openEvaluations);
/** The same for a grant, which rests on them for good. */
export const grounds = readingMany(evaluationFold, openEvaluations, restingOn(openEvaluations));

/** Every model of the dossier, decided on or not. */
export const allModels = readingMany(modelFold, (state: CommendationState) =>
  state.status === 'none' ? [] : modelsOf(state.items),
);

/** The units that are asked for an opinion. */
export const bodies = readingMany(
  unitFold,
  (_state: CommendationState, command?: RequestOpinion) => command?.bodies ?? [],
);

const recipients = (state: CommendationState): readonly string[] =>
  state.status === 'none' ? [] : [...new Set(open(state).map((it) => recipientKey(it.recipient, state.unit)))];

/** Where the open items' recipients are on hold, whatever the dossier. */
export const holds = asking(
  heldRecipients,
  (state: CommendationState) => ({ recipients: recipients(state) }),
  shared('recipient', recipients),
);

/** The names under which the city decides. */
export const deciders = asking(
  decidingNames,
  (_state: CommendationState) => ({}),
  unfenced('a paper bears the name of its own day'),
);

const achievements = (state: CommendationState): readonly string[] => open(state).map((it) => it.fingerprint);

/** Which other dossiers hold the open items' achievements: one at a time takes one. */
export const taken = asking(
  achievementsTaken,
  (state: CommendationState) => ({ fingerprints: achievements(state), except: open(state).map((it) => it.item) }),
  exclusive('achievement', achievements),
);
