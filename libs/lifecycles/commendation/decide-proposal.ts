import type { DecideContext, Refusal } from '#kernel';
import { dueBy, type CampaignPolicy } from '#lifecycles/campaign';
import type { PrepareDossier, ReviseDossier } from './commands.js';
import type { CommendationEvent } from './events.js';
import { isRestricted, type WithModels } from './guard-models.js';
import { fingerprintOf, isSame, isWhole, type ItemDraft, type ProposedItem } from './items.js';
import { registeredAs, type WithRegister } from './registered.js';
import { commendationRefusals as refuse } from './refusals.js';
import { openItems, type Dossier, type Item } from './state.js';

/** What deciders of dossiers know of the present. */
export type Context = DecideContext<CampaignPolicy>;
/** What they answer. */
export type Decision = CommendationEvent | Refusal;

/** Whose proposals they are. */
type Proposer = Pick<Dossier, 'year'>;
/** What proposals are made of. */
type Sources = WithModels & WithRegister;

/** Gives drafts their identity within the dossier and their fingerprint, or says what is wrong with their form. */
function proposed(
  drafts: readonly ItemDraft[],
  { year }: Proposer,
  before: readonly Item[],
  context: Context,
  reads: Sources,
): readonly ProposedItem[] | Refusal {
  const items: ProposedItem[] = [];
  for (const [index, draft] of drafts.entries()) {
    const { model } = draft;
    const achievement = draft.achievement ?? before.find((it) => it.item === draft.item)?.achievement;
    const recipient = isWhole(draft.recipient) ? registeredAs(draft.recipient, context.now, reads) : undefined;
    if (!recipient) return refuse.recipientUnsound({}, ['items']);
    if (achievement === undefined) return refuse.achievementMissing({}, ['items']);
    items.push({
      ...draft,
      recipient,
      achievement,
      item: draft.item ?? context.newId(`item-${index}`),
      fingerprint: fingerprintOf(recipient, model, year),
      restricted: isRestricted(reads.models.find(({ id }) => id === model)),
    });
  }
  return items;
}

function repeatedAchievement(items: readonly ProposedItem[]): Refusal | undefined {
  const fingerprints = items.map((it) => it.fingerprint);
  return new Set(fingerprints).size < fingerprints.length ? refuse.achievementTwice({}, ['items']) : undefined;
}

/** Drafts a dossier. */
export function prepareDossier(command: PrepareDossier, _state: unknown, context: Context, reads: Sources): Decision {
  const { campaign, unit, year } = command;
  if (command.items.length === 0) return refuse.noItems({}, ['items']);
  const unknown = command.items.find((it) => it.item !== undefined)?.item;
  if (unknown !== undefined) return refuse.itemUnknown({ item: unknown }, ['items']);
  const items = proposed(command.items, command, [], context, reads);
  if ('refused' in items) return items;
  return repeatedAchievement(items) ?? { type: 'DossierPrepared', data: { campaign, unit, year, items } };
}

/** Changes, adds and takes out items that are still open; what the decider settled is out of reach. */
export function reviseDossier(command: ReviseDossier, state: Dossier, context: Context, reads: Sources): Decision {
  const open = openItems(state);
  const items = proposed(command.items, state, open, context, reads);
  if ('refused' in items) return items;
  const touched = new Set([...items.map((it) => it.item), ...command.removed]);
  const after = [...open.filter((it) => !touched.has(it.item)), ...items];
  if (after.length === 0) return refuse.noItems({}, ['removed']);
  const settled = state.items.filter((it) => it.outcome === 'GRANTED');
  const changed = command.items.flatMap((draft, index) => {
    const item = items[index]?.item ?? '';
    return hasChanged(draft, open) ? [item] : [];
  });
  return (
    repeatedAchievement([...settled, ...after]) ?? {
      type: 'DossierRevised',
      data: { items, removed: command.removed, changed },
    }
  );
}

/** True when the council would vote on something else: what is written anew counts, for it is sealed and not compared. */
function hasChanged(draft: ItemDraft, before: readonly Item[]): boolean {
  const old = before.find((it) => it.item === draft.item);
  if (!old || draft.achievement !== undefined) return true;
  return !isSame(draft.recipient, old.recipient) || old.model !== draft.model || old.form !== draft.form;
}

/** Sends the dossier to Home Affairs. */
export const submitDossier = (_command: unknown, state: Dossier, context: Context): Decision => ({
  type: 'DossierSubmitted',
  data: { dueAt: dueBy('dossierReceipt', context, state.year) },
});

/** Sends it again after a return. */
export const resubmitDossier = (_command: unknown, state: Dossier, context: Context): Decision => ({
  type: 'DossierResubmitted',
  data: { dueAt: dueBy('dossierReceipt', context, state.year) },
});

/** Takes back what is still open. */
export const withdrawDossier = (): Decision => ({ type: 'DossierWithdrawn', data: {} });
