import { dueBy } from '#lifecycles/campaign';
import type { AppraiseDossier, RecordCouncilVote, RecordOpinion, RequestOpinion } from './commands.js';
import type { Context, Decision } from './decide-proposal.js';
import { commendationRefusals as refuse } from './refusals.js';
import { openItems, unanswered, type Dossier } from './state.js';

/** Home Affairs has it; the appraisal is next. */
export const receiveDossier = (_command: unknown, state: Dossier, context: Context): Decision => ({
  type: 'DossierReceived',
  data: { dueAt: dueBy('appraisal', context, state.year) },
});

/** The unit has as long to send it again as Home Affairs has to receive it. */
export const returnDossier = (_command: unknown, state: Dossier, context: Context): Decision => ({
  type: 'DossierReturned',
  data: { dueAt: dueBy('dossierReceipt', context, state.year) },
});

/** Says of each open item whether it is eligible. */
export const appraiseDossier = ({ findings }: AppraiseDossier, state: Dossier, context: Context): Decision => ({
  type: 'DossierAppraised',
  data: { findings, dueAt: dueBy('councilVote', context, state.year) },
});

/** Asks other bodies. */
export const requestOpinion = ({ bodies }: RequestOpinion, state: Dossier, context: Context): Decision =>
  bodies.length === 0 || new Set(bodies).size < bodies.length
    ? refuse.bodiesMissing({}, ['bodies'])
    : { type: 'ConsultativeOpinionRequested', data: { bodies, dueAt: dueBy('opinion', context, state.year) } };

/** The last answer ends the waiting; until then the others still have their time. */
export function recordOpinion({ body, opinion }: RecordOpinion, state: Dossier, context: Context): Decision {
  const last = unanswered(state).every((it) => it.body === body);
  const due = last ? { dueAt: dueBy('councilVote', context, state.year) } : {};
  return { type: 'ConsultativeOpinionReceived', data: { body, opinion, ...due } };
}

/** Silence is no objection once the time for opinions is over. */
export const deemOpinionGiven = (_command: unknown, state: Dossier, context: Context): Decision => ({
  type: 'OpinionDeemedGiven',
  data: { bodies: unanswered(state).map((it) => it.body), dueAt: dueBy('councilVote', context, state.year) },
});

/** Counts a vote by the policy with whole numbers: no rounding can tip it. */
export function recordCouncilVote(command: RecordCouncilVote, state: Dossier, context: Context): Decision {
  const { members, present, votesFor, votesAgainst, secret } = command;
  const { basis, numerator, denominator } = context.policy.council;
  const counted = basis === 'PRESENT' ? present : members;
  const passed = votesFor * denominator >= numerator * counted;
  const items = openItems(state).map((it) => it.item);
  const dueAt = dueBy('submission', context, state.year);
  return {
    type: 'CouncilVoteRecorded',
    data: { basis, numerator, denominator, members, present, votesFor, votesAgainst, secret, passed, items, dueAt },
  };
}

/** Lays the dossier before the deciding authority. */
export const submitForDecision = (_command: unknown, state: Dossier, context: Context): Decision => ({
  type: 'SubmittedForDecision',
  data: { dueAt: dueBy('decision', context, state.year) },
});
