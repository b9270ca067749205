import type { Loaded, Refusal } from '#kernel';
import type { UnitState } from '#lifecycles/unit';
import type {
  AppraiseDossier,
  PlaceHold,
  RecordCouncilVote,
  RecordOpinion,
  ReleaseHold,
  RequestOpinion,
} from './commands.js';
import { dueBy, type Context, type Decision } from './decide-proposal.js';
import { commendationRefusals as refuse } from './refusals.js';
import { openItems, type Dossier, type Item } from './state.js';

export const receiveDossier = (_command: unknown, state: Dossier, context: Context): Decision => ({
  type: 'DossierReceived',
  data: { dueAt: dueBy('appraisal', context, state.year) },
});

/** The unit has as long to send it again as Home Affairs has to receive it. */
export const returnDossier = (_command: unknown, state: Dossier, context: Context): Decision => ({
  type: 'DossierReturned',
  data: { dueAt: dueBy('dossierReceipt', context, state.year) },
});

/** The refusal unless each open item, and no other, is answered once. */
export function answersEachItem(answered: readonly string[], state: Dossier, path: string): Refusal | undefined {
  const open = openItems(state).map((it) => it.item);
  const unknown = answered.find((it) => !open.includes(it));
  if (unknown !== undefined) return refuse.itemUnknown({ item: unknown }, [path]);
  const twice = answered.find((it, index) => answered.indexOf(it) !== index);
  if (twice !== undefined) return refuse.itemTwice({ item: twice }, [path]);
  const missing = open.length - answered.length;
  return missing > 0 ? refuse.itemsMissing({ missing }, [path]) : undefined;
}

export function appraiseDossier({ findings }: AppraiseDossier, state: Dossier, context: Context): Decision {
  const refused = answersEachItem(
    findings.map((it) => it.item),
    state,
    'findings',
  );
  if (refused) return refused;
  const unfounded = findings.find((it) => it.eligible && it.checks.some((check) => !check.met));
  if (unfounded) return refuse.eligibleUnfounded({ item: unfounded.item }, ['findings']);
  return { type: 'DossierAppraised', data: { findings, dueAt: dueBy('councilVote', context, state.year) } };
}

const openItem = (state: Dossier, item: string): Item | undefined => openItems(state).find((it) => it.item === item);

export function placeHold({ item, ground }: PlaceHold, state: Dossier, context: Context): Decision {
  const found = openItem(state, item);
  if (!found) return refuse.itemUnknown({ item }, ['item']);
  return found.hold
    ? refuse.alreadyHeld({ item }, ['item'])
    : { type: 'RecipientHoldPlaced', data: { item, ground, at: context.occurredAt } };
}

export function releaseHold({ item }: ReleaseHold, state: Dossier, context: Context): Decision {
  return openItem(state, item)?.hold
    ? { type: 'RecipientHoldReleased', data: { item, at: context.occurredAt } }
    : refuse.notHeld({ item }, ['item']);
}

export function requestOpinion(
  { bodies }: RequestOpinion,
  state: Dossier,
  context: Context,
  reads: { readonly bodies: readonly Loaded<UnitState>[] },
): Decision {
  if (bodies.length === 0 || new Set(bodies).size < bodies.length) return refuse.bodiesMissing({}, ['bodies']);
  const inactive = reads.bodies.find((it) => it.state.status !== 'active');
  if (inactive) return refuse.bodyInactive({ body: inactive.id }, ['bodies']);
  return { type: 'ConsultativeOpinionRequested', data: { bodies, dueAt: dueBy('opinion', context, state.year) } };
}

const unanswered = (state: Dossier): readonly string[] =>
  state.opinions.filter((it) => it.opinion === undefined).map((it) => it.body);

/** The last answer ends the waiting; until then the others still have their time. */
export function recordOpinion({ body, opinion }: RecordOpinion, state: Dossier, context: Context): Decision {
  const waiting = unanswered(state);
  if (!waiting.includes(body)) return refuse.bodyNotAsked({ body }, ['body']);
  const complete = waiting.length === 1;
  const dueAt = complete ? dueBy('councilVote', context, state.year) : (state.dueAt ?? '');
  return { type: 'ConsultativeOpinionReceived', data: { body, opinion, complete, dueAt } };
}

/** Silence is no objection once the time for opinions is over. */
export const deemOpinionGiven = (_command: unknown, state: Dossier, context: Context): Decision => ({
  type: 'OpinionDeemedGiven',
  data: { bodies: unanswered(state), dueAt: dueBy('councilVote', context, state.year) },
});

/** Counts a vote by the policy with whole numbers: no rounding can tip it. */
export function recordCouncilVote(command: RecordCouncilVote, state: Dossier, context: Context): Decision {
  const { members, present, votesFor, votesAgainst, secret } = command;
  const rule = context.policy.council;
  const counted = rule.basis === 'PRESENT' ? present : members;
  const votes = votesFor + votesAgainst;
  if (present > members || counted < 1 || votes > counted)
    return refuse.voteUnsound({ members, present, votes }, ['votesFor']);
  const type = documentTypeRefusal('BB', context);
  if (type) return type;
  if (rule.secret && !secret) return refuse.voteNotSecret({}, ['secret']);
  const { basis, numerator, denominator } = rule;
  const passed = votesFor * denominator >= numerator * counted;
  const items = openItems(state).map((it) => it.item);
  const dueAt = dueBy('submission', context, state.year);
  return {
    type: 'CouncilVoteRecorded',
    data: { basis, numerator, denominator, members, present, votesFor, votesAgainst, secret, passed, items, dueAt },
  };
}

/** The refusal when the document that an act rests on is of another type. */
export function documentTypeRefusal(expected: string, { document }: Context): Refusal | undefined {
  const given = document?.type.normalize('NFC');
  return given === expected ? undefined : refuse.documentType({ expected, given: given ?? null }, ['document', 'type']);
}

export const submitForDecision = (_command: unknown, state: Dossier, context: Context): Decision =>
  documentTypeRefusal('TTr', context) ?? {
    type: 'SubmittedForDecision',
    data: { dueAt: dueBy('decision', context, state.year) },
  };
