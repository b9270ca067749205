import { competentActor, holdsRole, stateRefusal, type Asker, type Matter } from './admit.js';
import type { Authority } from './authority.js';
import { loadReads, unitsOf, type Case } from './case.js';
import { exists, type Loaded } from './fold/fold.js';
import type { CommandShape, Lifecycle } from './lifecycle.js';
import type { PolicySource, PolicyVersion } from './policy.js';
import type { ReadScope } from './read-scope.js';
import type { ActorRecord } from './record/envelope.js';
import { isRefusal, type Refusal } from './refusal.js';
import { refusals } from './refusals.js';

/** Where powers and policies come from. */
export interface AdmissionSources {
  readonly authority: Authority;
  readonly policies: PolicySource;
}

/**
 * Who and state first: whoever may not, or not now, is told so before anything but the dossier and the powers is looked at. Where
 * there is no dossier, whoever holds a role that acts on such dossiers is told that, rather than that it is somebody else's.
 * @param command absent when an action is only being explained
 */
export function admittedActor(
  matter: Matter,
  target: Loaded,
  asker: Asker,
  command: CommandShape | undefined,
): ActorRecord | Refusal {
  const actor = competentActor(matter, asker, unitsOf(matter.lifecycle, target, command));
  const state = stateRefusal(matter, target);
  if (!isRefusal(actor)) return state ?? actor;
  return state && !exists(target) && holdsRole(matter, asker) ? state : actor;
}

/** What a command is decided on, and by which policy. */
export interface Opened {
  readonly it: Case;
  readonly policy: PolicyVersion | undefined;
}

/** Then the reads: the policy that the dossier lives by and everything that the row names, for somebody who has been let in. */
export async function openCase(
  { lifecycle, row }: Matter,
  target: Loaded,
  command: CommandShape | undefined,
  { policies }: Pick<AdmissionSources, 'policies'>,
  scope: ReadScope,
): Promise<Opened | Refusal> {
  const policy = await policyFor(lifecycle, target, command, policies, scope);
  if (isRefusal(policy)) return policy;
  const it = await loadReads(row, target, command, scope);
  return isRefusal(it) ? it : { it, policy };
}

async function policyFor(
  lifecycle: Lifecycle,
  target: Loaded,
  command: CommandShape | undefined,
  policies: PolicySource,
  scope: ReadScope,
): Promise<PolicyVersion | undefined | Refusal> {
  const campaign = lifecycle.campaignOf(target.state, command);
  if (campaign === undefined) return undefined;
  const pinned = target.policyVersion;
  const policy = pinned ? await policies.pinned(campaign, pinned, scope) : await policies.current(campaign, scope);
  return policy ?? refusals.campaignUnknown({ campaign });
}
