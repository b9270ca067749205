import type { LifecycleModule } from '#graphql';
import { parseStream, type StateShape } from '#kernel';
import { campaignFold, cycleOf, type CampaignState } from '#lifecycles/campaign';
import { noticeFold, noticeId, type NoticeState } from '#lifecycles/notice';
import type { Subject } from '../process.js';
import type { Course, DossierFacts, Duty } from './facts.js';
import type { DeadlineParts, Standing } from './ports.js';
import { unitsOf, whomFor } from './waits-for.js';

/**
 * What is known of a dossier's deadlines.
 * @param horizon deadlines after this instant need no looking at
 * @returns nothing where nothing is to be done: no deadline by the horizon and no open notice, or no campaign whose policy is known
 */
export async function gather(
  parts: DeadlineParts,
  subject: Subject,
  horizon: string,
): Promise<DossierFacts | undefined> {
  const standing = await parts.deadlines.of(subject);
  const open = await parts.deadlines.openNotices(subject);
  if (open.length === 0 && !standing.some(({ dueAt }) => dueAt <= horizon)) return undefined;
  const { name, id } = parseStream(subject);
  const module = parts.modules.find(({ lifecycle }) => lifecycle.name === name);
  if (!module) return undefined;
  const { state } = await parts.loader.load(module.lifecycle, id);
  const campaign = state.status === 'none' ? undefined : module.lifecycle.campaignOf(state, undefined);
  const policy = campaign === undefined ? undefined : await parts.policies.current(campaign, parts.loader);
  if (campaign === undefined || policy === undefined) return undefined;
  const { state: founding } = await parts.loader.load(campaignFold, campaign);
  const described = describe(module, state);
  const duties = dutiesOf(module, state, standing);
  return {
    ...{ lifecycle: name, id, campaign, duties, policy: policy.content, ...described },
    timers: standing.filter(({ kind }) => kind === 'timer').map(({ command, dueAt }) => ({ command, dueAt })),
    course: courseOf(founding, described.year),
    notices: await noticesFor(parts, { lifecycle: name, id, duties, open }),
  };
}

/** What every dossier says of itself, as far as it does. */
function describe(
  { lifecycle, view }: LifecycleModule,
  state: StateShape,
): Pick<DossierFacts, 'unit' | 'year' | 'restricted'> {
  const [unit] = unitsOf(lifecycle.unitOf(state, undefined));
  const year = view.columns['year']?.of(state);
  return {
    ...(unit !== undefined && { unit }),
    ...(typeof year === 'number' && { year }),
    restricted: view.restricted?.(state) ?? false,
  };
}

const dutiesOf = (module: LifecycleModule, state: StateShape, standing: readonly Standing[]): readonly Duty[] =>
  standing
    .filter(({ kind }) => kind === 'duty')
    .map((each) => ({ command: each.command, dueAt: each.dueAt, since: each.since, ...whomFor(module, state, each) }));

/** Whether steps can be taken in a campaign and, where a dossier has one, its cycle. */
export function courseOf(campaign: CampaignState, year: number | undefined): Course {
  if (campaign.status === 'suspended') return 'suspended';
  if (campaign.status !== 'running' && campaign.status !== 'closing') return 'over';
  return year !== undefined && cycleOf(campaign, year)?.phase === 'closed' ? 'over' : 'running';
}

/** The notices of a dossier's deadlines, and those that are open, as their own streams tell. */
export async function noticesFor(
  { loader }: Pick<DeadlineParts, 'loader'>,
  of: Pick<DossierFacts, 'lifecycle' | 'id' | 'duties'> & { readonly open: readonly string[] },
): Promise<ReadonlyMap<string, NoticeState>> {
  const ids = new Set([...of.duties.map(({ dueAt }) => noticeId(of.lifecycle, of.id, dueAt)), ...of.open]);
  const loaded = await Promise.all([...ids].map((each) => loader.load(noticeFold, each)));
  return new Map(loaded.map((each) => [each.id, each.state]));
}
