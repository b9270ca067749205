import { parseStream, streamName } from '#kernel';
import { campaignFold } from '#lifecycles/campaign';
import type { Owed } from '#overview';
import type { Subject } from '../process.js';
import { courseOf, noticesFor } from './gather.js';
import type { DossierFacts, Duty } from './facts.js';
import type { DeadlineParts } from './ports.js';

/** A dossier that a unit owes in a cycle, and that nobody has begun: it stands in for one until there is one. */
export interface OwedDossier {
  readonly lifecycle: string;
  readonly unit: string;
  readonly campaign: string;
  readonly year: number;
}

/** Identifiers of dossiers have no underscore. */
export const owedSubject = ({ lifecycle, unit, campaign, year }: OwedDossier): Subject =>
  streamName(lifecycle, `${unit}_${campaign}_${year}`);

/** What a subject stands in for, if it is no dossier. */
export function owedBehind(subject: Subject): OwedDossier | undefined {
  const { name: lifecycle, id } = parseStream(subject);
  const [unit, campaign, year, ...more] = id.split('_');
  return unit !== undefined && campaign !== undefined && year !== undefined && more.length === 0
    ? { lifecycle, unit, campaign, year: Number(year) }
    : undefined;
}

const PAGE = 500;

/** Every unit that owes something by a window of a campaign that ends by the horizon. */
export async function owedIn(
  { deadlines }: Pick<DeadlineParts, 'deadlines'>,
  campaign: string,
  now: string,
  horizon: string,
): Promise<readonly Subject[]> {
  const all: Subject[] = [];
  for (const { name, year } of await deadlines.windows(campaign, horizon)) {
    const asked = deadlines.owed.filter(({ window }) => window === name);
    for (const { lifecycle } of asked)
      for await (const unit of pages(deadlines, lifecycle, { campaign, year, now }))
        all.push(owedSubject({ lifecycle, unit, campaign, year }));
  }
  return all;
}

async function* pages(
  deadlines: DeadlineParts['deadlines'],
  lifecycle: string,
  cycle: { readonly campaign: string; readonly year: number; readonly now: string },
): AsyncGenerator<string> {
  for (let after = ''; ;) {
    const page = await deadlines.owing(lifecycle, cycle, { after, most: PAGE });
    yield* page;
    after = page.at(-1) ?? '';
    if (page.length < PAGE) return;
  }
}

/**
 * What is known of the deadline of a dossier that is not begun.
 * @returns nothing where nothing is to be done: the window ends after the horizon, and nobody has been told anything
 */
export async function gatherOwed(
  parts: DeadlineParts,
  it: OwedDossier,
  now: string,
  horizon: string,
): Promise<DossierFacts | undefined> {
  const { deadlines, loader, policies } = parts;
  const subject = owedSubject(it);
  const duties = await dutiesOf(parts, it, now, horizon);
  const open = await deadlines.openNotices(subject);
  const policy = await policies.current(it.campaign, loader);
  if (policy === undefined || (duties.length === 0 && open.length === 0)) return undefined;
  const { state } = await loader.load(campaignFold, it.campaign);
  const { name: lifecycle, id } = parseStream(subject);
  return {
    ...{ lifecycle, id, campaign: it.campaign, unit: it.unit, year: it.year, restricted: false },
    ...{ duties, timers: [], policy: policy.content },
    course: courseOf(state, it.year),
    notices: await noticesFor(parts, { lifecycle, id, duties, open }),
  };
}

async function dutiesOf(
  { deadlines }: DeadlineParts,
  { lifecycle, unit, campaign, year }: OwedDossier,
  now: string,
  horizon: string,
): Promise<readonly Duty[]> {
  const asked: Owed | undefined = deadlines.owed.find((each) => each.lifecycle === lifecycle);
  const window = (await deadlines.windows(campaign, horizon)).find(
    (each) => each.name === asked?.window && each.year === year,
  );
  if (!asked || !window) return [];
  const [owing] = await deadlines.owing(lifecycle, { campaign, year, now }, { unit });
  const { dueAt, since } = window;
  return owing === undefined ? [] : [{ command: asked.begin, dueAt, since, units: [unit], subjects: [] }];
}
