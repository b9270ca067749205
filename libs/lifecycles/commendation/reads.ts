import { asking, exclusive, reading, readingMany, unfenced } from '#kernel';
import { readingCycle } from '#lifecycles/campaign';
import { collectiveFold, registeredForGood } from '#lifecycles/collective';
import { evaluationFold, restingOn } from '#lifecycles/evaluation';
import { modelFold } from '#lifecycles/model';
import { personFold } from '#lifecycles/person';
import { personsIn, recipientFold, recipientKey } from '#lifecycles/recipient';
import { unitFold } from '#lifecycles/unit';
import { decidingNames } from '#lifecycles/unit/questions';
import type { PrepareDossier, RequestOpinion, ReviseDossier } from './commands.js';
import { evaluationOf, modelsOf } from './guard-models.js';
import { collectivesIn, unitsIn } from './registered.js';
import { achievementsTaken } from './questions/index.js';
import type { RecipientDraft } from './items.js';
import { openItems, standingAwards, type CommendationState, type Item } from './state.js';

const open = (state: CommendationState): readonly Item[] => (state.status === 'none' ? [] : openItems(state));
const openModels = (state: CommendationState): readonly string[] => modelsOf(open(state));

/** The campaign that a new dossier names. */
export const newCampaign = readingCycle(
  (_state: CommendationState, command?: PrepareDossier) => command?.campaign,
  (_state, command) => command?.year,
);
/** The dossier's own campaign. */
export const campaign = readingCycle(
  (state: CommendationState) => (state.status === 'none' ? undefined : state.campaign),
  (state) => (state.status === 'none' ? undefined : state.year),
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

/** What is recorded of the open items' recipients: whether they are on hold. */
export const holds = readingMany(recipientFold, (state: CommendationState) =>
  open(state).map((it) => recipientKey(it.recipient)),
);

/** Whether the open items' persons have been joined to others. */
export const doubles = readingMany(personFold, (state: CommendationState) =>
  personsIn(open(state).map((it) => it.recipient)),
);

type Proposing = PrepareDossier | ReviseDossier;
const draftedIn = (command: Proposing | undefined): readonly RecipientDraft[] =>
  (command?.items ?? []).map((it) => it.recipient);

const forGood = { fence: registeredForGood };

/** The register of the collectives that a command's items name. */
export const newRegister = {
  units: readingMany(
    unitFold,
    (_state: CommendationState, command?: Proposing) => unitsIn(draftedIn(command)),
    forGood,
  ),
  collectives: readingMany(
    collectiveFold,
    (_state: CommendationState, command?: Proposing) => collectivesIn(draftedIn(command)),
    forGood,
  ),
};

const commended = (state: CommendationState): readonly RecipientDraft[] =>
  state.status === 'none' ? [] : standingAwards(state).map((it) => it.recipient);

/** The register of the collectives whose awards stand. */
export const register = {
  units: readingMany(unitFold, (state: CommendationState) => unitsIn(commended(state)), forGood),
  collectives: readingMany(collectiveFold, (state: CommendationState) => collectivesIn(commended(state)), forGood),
};

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
