import type { Refusal } from '#kernel';
import type { CampaignPolicy } from '#lifecycles/campaign';
import type { DecideCommendation, EnterDecision, ItemDecision } from './commands.js';
import { answersEachItem, documentTypeRefusal } from './decide-appraisal.js';
import type { Context, Decision } from './decide-proposal.js';
import type { CommendationEvent, Grant, ItemReason, PaperDecision } from './events.js';
import { effectiveRefusal, takenRefusal, type WithEvaluations, type WithTaken } from './guards.js';
import type { CommendationForm } from './items.js';
import { commendationRefusals as refuse } from './refusals.js';
import { openItems, type Dossier, type Item } from './state.js';

/** Documents of the city's People's Committee are issued under this abbreviation. */
const CITY_ISSUER = /^UBND/u;

type Answer = { readonly item: Item } & Omit<ItemDecision, 'item'>;

const answersOf = (decisions: readonly ItemDecision[], state: Dossier): readonly Answer[] =>
  state.items.flatMap((item) => decisions.filter((it) => it.item === item.item).map(({ outcome, reason }) => ({ item, outcome, reason })));

const formRefusal = (form: CommendationForm, role: string, policy: CampaignPolicy): Refusal | undefined =>
  policy.competentFor[form].includes(role) ? undefined : refuse.formNotCompetent({ role, form });

function holdRefusal({ item, hold }: Item): Refusal | undefined {
  return hold && refuse.held({ item, ground: hold.ground }, ['decisions']);
}

/** Whatever the answer, a refusal and a return say why. */
function reasonRefusal(answers: readonly Answer[]): Refusal | undefined {
  const silent = answers.find((it) => it.outcome !== 'GRANTED' && !it.reason?.trim());
  return silent && refuse.itemReasonMissing({ item: silent.item.item }, ['decisions']);
}

const first = <T>(items: readonly T[], check: (item: T) => Refusal | undefined): Refusal | undefined => items.map(check).find((it) => it !== undefined);

/** Up to three events, one for each kind of answer. */
function eventsOf(answers: readonly Answer[], year: number, paper?: PaperDecision): readonly CommendationEvent[] {
  const reasons = (outcome: ItemDecision['outcome']): readonly ItemReason[] =>
    answers.filter((it) => it.outcome === outcome).map(({ item, reason = '' }) => ({ item: item.item, reason }));
  const granted = answers.filter((it) => it.outcome === 'GRANTED').map((it) => it.item);
  const [refused, returned] = [reasons('REFUSED'), reasons('RETURNED')];
  return [
    ...(granted.length > 0 ? [{ type: 'CommendationGranted' as const, data: grantOf(granted, year, 'CITY', paper) }] : []),
    ...(refused.length > 0 ? [{ type: 'CommendationRefused' as const, data: { items: refused } }] : []),
    ...(returned.length > 0 ? [{ type: 'DossierReturnedByDecider' as const, data: { items: returned } }] : []),
  ];
}

const grantOf = (items: readonly Item[], year: number, level: Grant['level'], paper?: PaperDecision): Grant => ({
  year,
  level,
  items: items.map(({ item, form }) => ({ item, form })),
  ...(paper && { paper }),
});

/** Item by item: what is granted or refused is settled, what is returned goes on. A granting decision is a QĐ. */
export function decideCommendation({ decisions }: DecideCommendation, state: Dossier, context: Context, reads: WithEvaluations & WithTaken): Decision | readonly CommendationEvent[] {
  const answers = answersOf(decisions, state);
  const granted = answers.filter((it) => it.outcome === 'GRANTED').map((it) => it.item);
  const refused =
    answersEachItem(decisions.map((it) => it.item), state, 'decisions') ??
    reasonRefusal(answers) ??
    (granted.length > 0 ? documentTypeRefusal('QĐ', context) : undefined) ??
    first(granted, (it) => formRefusal(it.form, context.actor.role, context.policy) ?? holdRefusal(it) ?? effectiveRefusal(it.model, state.year, reads.evaluations)) ??
    takenRefusal(granted, reads.taken);
  return refused ?? eventsOf(answers, state.year);
}

/** Writes down what the city decided on paper. It decides nothing: the city's own document is what counts. */
export function enterDecision({ decisions, decidedBy }: EnterDecision, state: Dossier, context: Context): Decision | readonly CommendationEvent[] {
  const answers = answersOf(decisions, state);
  const granted = answers.filter((it) => it.outcome === 'GRANTED').map((it) => it.item);
  const refused =
    answersEachItem(decisions.map((it) => it.item), state, 'decisions') ??
    reasonRefusal(answers) ??
    documentTypeRefusal('QĐ', context) ??
    issuerRefusal(context) ??
    first(granted, (it) => formRefusal(it.form, 'UBND_DECIDER', context.policy) ?? holdRefusal(it));
  return refused ?? eventsOf(answers, state.year, { decidedBy, enteredBy: context.actor.subject });
}

function issuerRefusal({ document }: Context): Refusal | undefined {
  const issuer = document?.issuer ?? '';
  return CITY_ISSUER.test(issuer) ? undefined : refuse.documentIssuer({ issuer }, ['document', 'issuer']);
}

/** The competent head of the unit grants a Giấy khen himself; the dossier goes no further. */
export function decideAtUnit(_command: unknown, state: Dossier, context: Context): Decision {
  const items = openItems(state);
  const refused = documentTypeRefusal('QĐ', context) ?? first(items, (it) => unitFormRefusal(it, context) ?? holdRefusal(it));
  return refused ?? { type: 'UnitCommendationGranted', data: grantOf(items, state.year, 'UNIT') };
}

/** A Bằng khen is never a unit's, whatever a policy says (Art. 80). */
function unitFormRefusal({ form }: Item, { actor, policy }: Context): Refusal | undefined {
  return form === 'CERTIFICATE_OF_COMMENDATION' ? formRefusal(form, actor.role, policy) : refuse.formNotCompetent({ role: actor.role, form });
}
