import { FENCE, parseStream, type StoredEvent } from '#kernel';
import { offsetsOf } from '#lifecycles/notice';
import type { Look, Process, Subject } from '../process.js';
import { decideDeadlines } from './decide.js';
import { gather } from './gather.js';
import { gatherOwed, owedBehind, owedIn, owedSubject } from './owed.js';
import type { DeadlineParts } from './ports.js';

/** What says nothing of deadlines: the log itself, its fences, and what the system has told of them. */
const SILENT: ReadonlySet<string> = new Set(['log', FENCE, 'notice']);

/** A campaign moves the windows of many dossiers, sets another policy, stops and goes on. */
const isOfCampaign = ({ stream }: Pick<StoredEvent, 'stream'>): boolean => parseStream(stream).name === 'campaign';

const PAGE = 500;

/**
 * The process of deadlines: reminds, notes what is overdue, takes the steps that are the system's once their time has come, and
 * settles what nobody waits for any more. Whatever happens to a dossier, and whatever falls due in it, makes it look at all of
 * the dossier's deadlines.
 */
export function deadlineProcess(parts: DeadlineParts): Process {
  /** Of every campaign's policy, each once: few, however many campaigns there are. */
  let offsets: Promise<readonly number[]> | undefined;
  const known = (): Promise<readonly number[]> => (offsets ??= offsetsIn(parts));
  return {
    name: 'deadlines',
    touches: ({ stream }) => (SILENT.has(parseStream(stream).name) ? [] : [stream]),
    unsettles: isOfCampaign,
    due: {
      page: (after, to, limit) => parts.deadlines.page(after, to, limit),
      offsets: () => (offsets = offsetsIn(parts)),
    },
    look: async (subject, now) => {
      if (isOfCampaign({ stream: subject })) offsets = undefined;
      return lookAt(parts, subject, now, horizonOf(now, await known()));
    },
  };
}

/** Nothing is to be done about deadlines later than the earliest reminder. */
const horizonOf = (now: string, offsets: readonly number[]): string =>
  new Date(Date.parse(now) - Math.min(...offsets)).toISOString();

async function lookAt(parts: DeadlineParts, subject: Subject, now: string, horizon: string): Promise<Look> {
  const { name, id } = parseStream(subject);
  if (name === 'campaign')
    return { wanted: [], also: [...(await noticedOf(parts, name, id)), ...(await owedIn(parts, id, now, horizon))] };
  if (name === 'unit') return { wanted: [], also: await noticedOf(parts, name, id) };
  const owed = owedBehind(subject);
  const facts = owed ? await gatherOwed(parts, owed, now, horizon) : await gather(parts, subject, horizon);
  return { wanted: facts ? decideDeadlines(facts, now) : [], also: owed ? [] : await begun(parts, subject) };
}

/** Whatever happens to a dossier that units owe may begin or end what its unit owes. */
async function begun({ deadlines, modules, loader }: DeadlineParts, subject: Subject): Promise<readonly Subject[]> {
  const { name: lifecycle, id } = parseStream(subject);
  const module = modules.find((each) => each.lifecycle.name === lifecycle);
  if (!module || !deadlines.owed.some((each) => each.lifecycle === lifecycle)) return [];
  const { state } = await loader.load(module.lifecycle, id);
  const [unit, campaign, year] = ['unit', 'campaign', 'year'].map((key) => module.view.columns[key]?.of(state));
  return typeof unit === 'string' && typeof campaign === 'string' && typeof year === 'number'
    ? [owedSubject({ lifecycle, unit, campaign, year })]
    : [];
}

async function offsetsIn({ deadlines, policies, loader }: DeadlineParts): Promise<readonly number[]> {
  const current = await Promise.all(
    (await deadlines.campaigns()).map((campaign) => policies.current(campaign, loader)),
  );
  const offsets = current.flatMap((policy) => (policy ? offsetsOf(policy.content) : []));
  return [...new Set([...offsets, 0])].sort((a, b) => a - b);
}

/** Every dossier of a campaign or a unit that somebody has been told of. */
async function noticedOf(
  { deadlines }: DeadlineParts,
  of: 'campaign' | 'unit',
  id: string,
): Promise<readonly Subject[]> {
  const all: Subject[] = [];
  for (;;) {
    const page = await deadlines.noticed(of, id, all.at(-1) ?? '', PAGE);
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}
