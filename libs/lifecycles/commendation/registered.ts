import { localDateOf } from '#calendar';
import type { ContentGuard, Loaded } from '#kernel';
import { collectiveNameOn, type CollectiveState } from '#lifecycles/collective';
import { recipientRefusals } from '#lifecycles/recipient';
import { nameOn, type UnitState } from '#lifecycles/unit';
import type { ItemDraft, Recipient, RecipientDraft } from './items.js';

/** The register of the collectives that a command or a dossier names. */
export interface WithRegister {
  readonly units: readonly Loaded<UnitState>[];
  readonly collectives: readonly Loaded<CollectiveState>[];
}

/** The units that some recipients are. */
export const unitsIn = (recipients: readonly RecipientDraft[]): readonly string[] =>
  recipients.flatMap(({ collective }) => (collective?.registered === undefined ? (collective?.unit ?? []) : []));

/** The registered collectives that some recipients are. */
export const collectivesIn = (recipients: readonly RecipientDraft[]): readonly string[] =>
  recipients.flatMap(({ collective }) => collective?.registered ?? []);

/** A collective as it is registered on a civil day, its name kept as evidence; undefined when it is not. */
function collectiveOn(
  { unit, registered }: NonNullable<RecipientDraft['collective']>,
  day: string,
  { units, collectives }: WithRegister,
): Recipient['collective'] | undefined {
  if (registered !== undefined) {
    const state = collectives.find(({ id }) => id === registered)?.state;
    if (state === undefined || state.status === 'none') return undefined;
    return { unit: state.unit, registered, name: collectiveNameOn(state, day) };
  }
  const state = units.find(({ id }) => id === unit)?.state;
  if (unit === undefined || state === undefined || state.status === 'none') return undefined;
  return { unit, name: nameOn(state, day) };
}

/**
 * A recipient as it is kept. Its persons have been put in place by the engine.
 * @param now the instant of recording: names are those of its day
 * @returns undefined when it names a collective that is not registered
 */
export function registeredAs(
  { kind, collective, person }: RecipientDraft,
  now: string,
  register: WithRegister,
): Recipient | undefined {
  if (collective === undefined) return { kind, person };
  const found = collectiveOn(collective, localDateOf(now), register);
  return found && { kind, collective: found };
}

/** The name under which a recipient is registered now, where it differs from the one that was kept. */
export function renamedTo(recipient: Recipient, now: string, register: WithRegister): string | undefined {
  const name = registeredAs(recipient, now, register)?.collective?.name;
  return name === recipient.collective?.name ? undefined : name;
}

/** Every collective that some items name is registered: a name that is only typed has no identity. */
export const recipientsAreRegistered: ContentGuard<
  unknown,
  WithRegister,
  { readonly items: readonly Pick<ItemDraft, 'recipient'>[] }
> = {
  rule: 'recipientsAreRegistered',
  checkContent: ({ items }, _state, register, { now }) =>
    items.every(({ recipient }) => registeredAs(recipient, now, register) !== undefined)
      ? { items: items.length }
      : recipientRefusals.unknown({}, ['items']),
};
