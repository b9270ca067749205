import { localDateOf } from '#calendar';
import { text, type Json, type Loaded, type Refusal } from '#kernel';
import type { CampaignPolicy } from '#lifecycles/campaign';
import type { UnitState } from '#lifecycles/unit';
import type { DecideCommendation, EnterDecision, ItemDecision } from './commands.js';
import { answersEachItem, documentTypeRefusal } from './decide-appraisal.js';
import { dueBy, type Context, type Decision } from './decide-proposal.js';
import type { CommendationEvent, Grant, ItemReason, PaperDecision } from './events.js';
import {
  effectiveRefusal,
  holdRefusal,
  isNamed,
  namesOf,
  takenRefusal,
  type WithEvaluations,
  type WithHolds,
  type WithTaken,
} from './guards.js';
import type { CommendationForm } from './items.js';
import { FORMS, roleName } from './labels.js';
import { commendationRefusals as refuse } from './refusals.js';
import { openItems, type Dossier, type Item } from './state.js';

/** Who decides for the city. */
const CITY = { ...text('Chủ tịch UBND thành phố', 'the chairman of the city’s People’s Committee') };

/** What the views know of the deciding body. */
interface WithDeciders {
  readonly deciders: readonly Json[];
}

type Answer = { readonly item: Item } & Omit<ItemDecision, 'item'>;

const answersOf = (decisions: readonly ItemDecision[], state: Dossier): readonly Answer[] =>
  state.items.flatMap((item) =>
    decisions.filter((it) => it.item === item.item).map(({ outcome, reason }) => ({ item, outcome, reason })),
  );

const formRefusal = (form: CommendationForm, role: string, policy: CampaignPolicy): Refusal | undefined =>
  policy.competentFor[form].includes(role) ? undefined : notCompetent(form, role);

const notCompetent = (form: CommendationForm, role: string): Refusal =>
  refuse.formNotCompetent({ role, roleName: roleName(role), form, formName: { ...FORMS[form] } });

/** Whatever the answer, a refusal and a return say why. */
function reasonRefusal(answers: readonly Answer[]): Refusal | undefined {
  const silent = answers.find((it) => it.outcome !== 'GRANTED' && !it.reason?.trim());
  return silent && refuse.itemReasonMissing({ item: silent.item.item }, ['decisions']);
}

const first = <T>(items: readonly T[], check: (item: T) => Refusal | undefined): Refusal | undefined =>
  items.map(check).find((it) => it !== undefined);

/** Up to three events, one for each kind of answer. */
function eventsOf(
  answers: readonly Answer[],
  { year }: Dossier,
  context: Context,
  paper?: PaperDecision,
): readonly CommendationEvent[] {
  const reasons = (outcome: ItemDecision['outcome']): readonly ItemReason[] =>
    answers.filter((it) => it.outcome === outcome).map(({ item, reason = '' }) => ({ item: item.item, reason }));
  const granted = answers.filter((it) => it.outcome === 'GRANTED').map((it) => it.item);
  const [refused, returned] = [reasons('REFUSED'), reasons('RETURNED')];
  return [
    ...(granted.length > 0
      ? [{ type: 'CommendationGranted' as const, data: grantOf(granted, year, 'CITY', paper) }]
      : []),
    ...(refused.length > 0 ? [{ type: 'CommendationRefused' as const, data: { items: refused } }] : []),
    ...(returned.length > 0
      ? [
          {
            type: 'DossierReturnedByDecider' as const,
            data: { items: returned, dueAt: dueBy('dossierReceipt', context, year) },
          },
        ]
      : []),
  ];
}

const grantOf = (items: readonly Item[], year: number, level: Grant['level'], paper?: PaperDecision): Grant => ({
  year,
  level,
  items: items.map(({ item, form }) => ({ item, form })),
  ...(paper && { paper }),
});

/** Item by item: what is granted or refused is settled, what is returned goes on. A granting decision is a QĐ. */
export function decideCommendation(
  { decisions }: DecideCommendation,
  state: Dossier,
  context: Context,
  reads: WithEvaluations & WithTaken & WithHolds & WithDeciders,
): Decision | readonly CommendationEvent[] {
  const answers = answersOf(decisions, state);
  const granted = answers.filter((it) => it.outcome === 'GRANTED').map((it) => it.item);
  const refused =
    answersEachItem(
      decisions.map((it) => it.item),
      state,
      'decisions',
    ) ??
    reasonRefusal(answers) ??
    (granted.length > 0 ? paperRefusal(context, namesIn(reads), CITY) : undefined) ??
    first(
      granted,
      (it) =>
        formRefusal(it.form, context.actor.role, context.policy) ??
        holdRefusal(it, state.unit, reads) ??
        effectiveRefusal(it.model, state.year, reads.evaluations),
    ) ??
    takenRefusal(granted, reads.taken);
  return refused ?? eventsOf(answers, state, context);
}

/**
 * Writes down what the city decided on paper. It decides nothing: the city's own document is what counts, and a hold that came
 * after its signature does not undo it.
 */
export function enterDecision(
  { decisions, decidedBy }: EnterDecision,
  state: Dossier,
  context: Context,
  reads: WithTaken & WithHolds & WithDeciders,
): Decision | readonly CommendationEvent[] {
  const answers = answersOf(decisions, state);
  const signedOn = context.document?.signedOn ?? '';
  const granted = answers.filter((it) => it.outcome === 'GRANTED').map((it) => it.item);
  const refused =
    answersEachItem(
      decisions.map((it) => it.item),
      state,
      'decisions',
    ) ??
    reasonRefusal(answers) ??
    paperRefusal(context, namesIn(reads), CITY) ??
    first(
      granted,
      (it) =>
        formRefusal(it.form, 'UBND_DECIDER', context.policy) ??
        holdRefusal(it, state.unit, reads, (since) => localDateOf(since) <= signedOn),
    ) ??
    takenRefusal(granted, reads.taken);
  return refused ?? eventsOf(answers, state, context, { decidedBy, enteredBy: context.actor.subject });
}

const namesIn = ({ deciders }: WithDeciders): readonly string[] =>
  deciders.flatMap((row) => (row as { readonly name?: string }).name ?? []);

/** The refusal unless the document is a QĐ that the deciding body itself has issued. */
function paperRefusal(context: Context, names: readonly string[], expected: Json): Refusal | undefined {
  const issuer = context.document?.issuer ?? '';
  const issued = isNamed(issuer, names)
    ? undefined
    : refuse.documentIssuer({ issuer, expected }, ['document', 'issuer']);
  return documentTypeRefusal('QĐ', context) ?? issued;
}

/** The competent head of the unit grants a Giấy khen himself; the dossier goes no further. */
export function decideAtUnit(
  _command: unknown,
  state: Dossier,
  context: Context,
  reads: WithHolds & { readonly unit: Loaded<UnitState> },
): Decision {
  const items = openItems(state);
  const names = namesOf(reads.unit.state);
  const refused =
    paperRefusal(context, names, names) ??
    first(items, (it) => unitFormRefusal(it, context) ?? holdRefusal(it, state.unit, reads));
  return refused ?? { type: 'UnitCommendationGranted', data: grantOf(items, state.year, 'UNIT') };
}

/** A Bằng khen is never a unit's, whatever a policy says (Art. 80). */
function unitFormRefusal({ form }: Item, { actor, policy }: Context): Refusal | undefined {
  return form === 'CERTIFICATE_OF_COMMENDATION'
    ? formRefusal(form, actor.role, policy)
    : notCompetent(form, actor.role);
}
