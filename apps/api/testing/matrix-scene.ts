import { fromGlobalId, toGlobalId } from '#graphql';
import { unitId } from '#lifecycles/unit';
import { hueCampaignId } from '#seed';
import type { Sight } from '#visibility';
import type { Service } from '../service.js';
import {
  actIn,
  appointHead,
  commend,
  evaluate,
  holdRecipient,
  joinPersons,
  modelUpTo,
  OTHER,
  OWN,
  PANEL,
  planUpTo,
  recognise,
  registerCollective,
  replicate,
  subjectOf,
} from './dossiers.js';

const OWNERS = [`clerk.${OWN}`, `head.${OWN}`];
const CLEARED = ['snv.officer', 'snv.leader', 'vpub', 'ubnd.chairman', 'council.secretary', 'inspector'];
const [SCORER] = PANEL;
const READERS = [`clerk.${OTHER}`, 'publisher', SCORER, 'panelist.SYT'];

/** Who looks: of every role one, of the unit both, of the panelists one who has scored and one who sits on no panel. */
export const LOOKERS = [...OWNERS, ...CLEARED, 'mttq', 'auditor', ...READERS, 'sysadmin', 'dpo'];

/** How each who sees a dossier stands to it. */
type Sights = Readonly<Record<string, Sight>>;
const all = (subs: readonly string[], sight: Sight): Sights => Object.fromEntries(subs.map((sub) => [sub, sight]));

/** Who sees what, written by hand. */
const own: Sights = { ...all(OWNERS, 'party'), auditor: 'handler' };
const restricted: Sights = { ...own, ...all(CLEARED, 'handler') };
const sent: Sights = { ...restricted, mttq: 'handler' };
const open: Sights = { ...all(READERS, 'reader'), ...sent };
const nobodys: Sights = { ...open, ...all(OWNERS, 'reader') };
const judged: Sights = { ...sent, [SCORER]: 'party' };
const powers: Sights = { ...all(['snv.leader', 'auditor', 'sysadmin'], 'handler'), [`clerk.${OWN}`]: 'party' };
const cleared: Sights = all([...CLEARED, 'auditor'], 'handler');
const handled: Sights = all([...CLEARED, 'mttq', 'auditor'], 'handler');

/** A dossier of the matrix. */
export interface Shown {
  /** The global id. */
  readonly id: string;
  readonly sights: Sights;
  /** Who saw it before, and sees it no more. */
  readonly seenBefore?: readonly string[];
  /** How many scores each reads who does not read all; for evaluations. */
  readonly scores?: Readonly<Record<string, number>>;
}

/** Brings the dossiers of the matrix into being: of every lifecycle, in the states in which others see it. */
export async function tellScene(service: Service): Promise<ReadonlyMap<string, Shown>> {
  const act = actIn(service);
  const found = new Map<string, Shown>();
  const add = (what: string, type: string, id: string, sights: Sights, more: Partial<Shown> = {}): void =>
    void found.set(what, { id: toGlobalId(type, id), sights, ...more });

  const foreign = { auditor: 'handler', [`clerk.${OTHER}`]: 'party' } as const;
  add('a foreign draft', 'Plan', await planUpTo(act, OTHER, 0), foreign);
  add('a foreign plan accepted', 'Plan', await planUpTo(act, '19804', 5), { ...nobodys });
  const plan = await planUpTo(act, OWN, 2);
  await act(`head.${OWN}`, 'plan', { type: 'WithdrawPlan', id: plan });
  add('a plan withdrawn', 'Plan', plan, own, { seenBefore: [...CLEARED, 'mttq'] });

  const draft = await modelUpTo(act, 'SOCIO_ECONOMIC', 1);
  add('a model proposed', 'Model', draft.model, sent);
  add('a registration drafted', 'Registration', draft.registration, own);
  const closed = await modelUpTo(act, 'DEFENCE_SECURITY', 2);
  add('a restricted model', 'Model', closed.model, restricted);
  add('a restricted registration', 'Registration', closed.registration, restricted);

  const run = await modelUpTo(act, 'CULTURE_SOCIETY', 7);
  add('a model run', 'Model', run.model, open);
  add('a registration accepted', 'Registration', run.registration, open);
  const scoring = await evaluate(service, act, run.model, 2);
  const scores = { ...Object.fromEntries(OWNERS.map((sub) => [sub, 0])), [SCORER]: 1 };
  add('an evaluation under way', 'Evaluation', scoring, judged, { scores });

  const done = await modelUpTo(act, 'ADMIN_REFORM_DIGITAL', 7);
  const concluded = await evaluate(service, act, done.model, PANEL.length);
  add('an evaluation concluded', 'Evaluation', concluded, judged, { scores: {} });
  add('an exemplar', 'Exemplar', await recognise(act, done.model), open);
  add('a replication refused', 'Replication', await replicate(act, done.model, 'refused'), sent);
  add('a replication decided', 'Replication', await replicate(act, done.model, 'decided'), open);
  for (const [what, upTo, sights] of [
    ['a commendation drafted', 'drafted', own],
    ['a commendation appraised', 'appraised', sent],
    ['a commendation published', 'published', open],
  ] as const)
    add(what, 'Commendation', await commend(service, act, done.model, upTo), sights);

  const appraised = fromGlobalId(found.get('a commendation appraised')?.id ?? '')?.id ?? '';
  add('a recipient on hold', 'HeldRecipient', await holdRecipient(service, act, appraised), cleared);
  add('a collective', 'Collective', await registerCollective(act, 'Tổ dân phố 3'), open);

  add('a unit', 'Unit', await appointHead(act), open);
  add('a campaign', 'Campaign', hueCampaignId, nobodys);
  add('another unit', 'Unit', unitId('19804'), nobodys);
  add('a double of a person', 'Person', await joinPersons(act), handled);
  add('somebody’s powers', 'Subject', subjectOf(`clerk.${OWN}`), powers);
  return found;
}
