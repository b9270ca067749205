import { localDateOf } from '#calendar';
import type { DecideContext, Loaded, Refusal } from '#kernel';
import { cycleOf, deadlineAt, type CampaignPolicy, type CampaignState, type DeadlineName } from '#lifecycles/campaign';
import type { PrepareDossier, ReviseDossier } from './commands.js';
import type { CommendationEvent } from './events.js';
import { isRestricted, notOwnModel, ownDossier, type WithModels } from './guards.js';
import { fingerprintOf, isWhole, recipientKey, underOwnKey, type ItemDraft, type ProposedItem } from './items.js';
import { commendationRefusals as refuse } from './refusals.js';
import { openItems, type Dossier, type Item } from './state.js';

/** What deciders of dossiers know of the present. */
export type Context = DecideContext<CampaignPolicy>;
export type Decision = CommendationEvent | Refusal;

/** The exclusive instant by which the next step is due. */
export const dueBy = (name: DeadlineName, context: Context, year: number): string =>
  deadlineAt(context.policy.deadlines[name], context.occurredAt, year, localDateOf);

/** Gives drafts their identity within the dossier and their fingerprint. */
function proposed(
  drafts: readonly ItemDraft[],
  unit: string,
  year: number,
  context: Context,
  { models }: WithModels,
): readonly ProposedItem[] {
  return drafts.map((draft, index) => ({
    ...draft,
    recipient: underOwnKey(draft.recipient),
    item: draft.item ?? context.newId(`item-${index}`),
    fingerprint: fingerprintOf(draft.recipient, draft.model, unit, year),
    restricted: isRestricted(models.find(({ id }) => id === draft.model)),
  }));
}

/** What is wrong with new or changed items by themselves, whatever their dossier. */
function unsound(items: readonly ProposedItem[], context: Context): Refusal | undefined {
  const broken = items.some((it) => !isWhole(it.recipient));
  return broken ? refuse.recipientUnsound({}, ['items']) : ownDossier(items, context.actor);
}

function repeatedAchievement(items: readonly ProposedItem[]): Refusal | undefined {
  const fingerprints = items.map((it) => it.fingerprint);
  return new Set(fingerprints).size < fingerprints.length ? refuse.achievementTwice({}, ['items']) : undefined;
}

/** Drafts a dossier. Its cycle must have begun; it may be over: commendations follow the year's evaluation. */
export function prepareDossier(
  command: PrepareDossier,
  _state: unknown,
  context: Context,
  reads: WithModels & { readonly campaign: Loaded<CampaignState> },
): Decision {
  const { campaign, unit, year } = command;
  const { state } = reads.campaign;
  if (!cycleOf(state, year) || state.status === 'suspended') return refuse.cycleUnknown({ year }, ['year']);
  if (command.items.length === 0) return refuse.noItems({}, ['items']);
  const unknown = command.items.find((it) => it.item !== undefined)?.item;
  if (unknown !== undefined) return refuse.itemUnknown({ item: unknown }, ['items']);
  const items = proposed(command.items, unit, year, context, reads);
  const refused =
    unsound(items, context) ?? repeatedAchievement(items) ?? notOwnModel(items, campaign, unit, reads.models);
  return refused ?? { type: 'DossierPrepared', data: { campaign, unit, year, items } };
}

/** Changes, adds and takes out items that are still open; what the decider settled is out of reach. */
export function reviseDossier(command: ReviseDossier, state: Dossier, context: Context, reads: WithModels): Decision {
  const open = openItems(state);
  const refused = unreachable(command, state, open);
  if (refused) return refused;
  const items = proposed(command.items, state.unit, state.year, context, reads);
  const touched = new Set([...items.map((it) => it.item), ...command.removed]);
  const after = [...open.filter((it) => !touched.has(it.item)), ...items];
  if (after.length === 0) return refuse.noItems({}, ['removed']);
  const settled = state.items.filter((it) => it.outcome === 'GRANTED');
  const wrong =
    unsound(items, context) ??
    repeatedAchievement([...settled, ...after]) ??
    notOwnModel(items, state.campaign, state.unit, reads.models);
  if (wrong) return wrong;
  const changed = items.filter((it) => hasChanged(it, open, state.unit)).map((it) => it.item);
  return { type: 'DossierRevised', data: { items, removed: command.removed, changed } };
}

function unreachable({ items, removed }: ReviseDossier, state: Dossier, open: readonly Item[]): Refusal | undefined {
  const named = [...items.map((it) => it.item).filter((it) => it !== undefined), ...removed];
  const known = new Set(open.map((it) => it.item));
  const unknown = named.find((it) => !known.has(it));
  if (unknown !== undefined) return refuse.itemUnknown({ item: unknown }, ['items']);
  const twice = named.find((it, index) => named.indexOf(it) !== index);
  if (twice !== undefined) return refuse.itemTwice({ item: twice }, ['items']);
  const decidedInPart = open.length < state.items.length;
  const isNew = items.some((it) => it.item === undefined);
  return isNew && (decidedInPart || state.status === 'returnedByDecider')
    ? refuse.onlyReturned({}, ['items'])
    : undefined;
}

/** True when the council would vote on something else. */
function hasChanged(item: ProposedItem, before: readonly Item[], unit: string): boolean {
  const old = before.find((it) => it.item === item.item);
  if (!old) return true;
  const sameRecipient = recipientKey(old.recipient, unit) === recipientKey(item.recipient, unit);
  return !sameRecipient || old.model !== item.model || old.form !== item.form || old.achievement !== item.achievement;
}

export const submitDossier = (_command: unknown, state: Dossier, context: Context): Decision => ({
  type: 'DossierSubmitted',
  data: { dueAt: dueBy('dossierReceipt', context, state.year) },
});

export const resubmitDossier = (_command: unknown, state: Dossier, context: Context): Decision => ({
  type: 'DossierResubmitted',
  data: { dueAt: dueBy('dossierReceipt', context, state.year) },
});

export const withdrawDossier = (): Decision => ({ type: 'DossierWithdrawn', data: {} });
