import type { ContentGuard, Facts, Guard, Loaded, Refusal } from '#kernel';
import type { CampaignPolicy } from '#lifecycles/campaign';
import type { UnitState } from '#lifecycles/unit';
import type { AppraiseDossier, RecordCouncilVote, RecordOpinion, RequestOpinion } from './commands.js';
import { commendationRefusals as refuse } from './refusals.js';
import { openItems, unanswered, voteStands, type DossierFacts } from './state.js';

/** The number of open items, each and no other answered once, or the refusal. */
export function answeredOnce(answered: readonly string[], state: DossierFacts, path: string): Facts | Refusal {
  const open = openItems(state).map((it) => it.item);
  const unknown = answered.find((it) => !open.includes(it));
  if (unknown !== undefined) return refuse.itemUnknown({ item: unknown }, [path]);
  const twice = answered.find((it, index) => answered.indexOf(it) !== index);
  if (twice !== undefined) return refuse.itemTwice({ item: twice }, [path]);
  const missing = open.length - answered.length;
  return missing > 0 ? refuse.itemsMissing({ missing }, [path]) : { open: open.length };
}

/** The appraisal says of each open item what it found. */
export const findsOnEachItem: ContentGuard<DossierFacts, unknown, AppraiseDossier> = {
  rule: 'findsOnEachItem',
  checkContent: ({ findings }, state) =>
    answeredOnce(
      findings.map((it) => it.item),
      state,
      'findings',
    ),
};

/** Nothing is found eligible that fails a requirement. */
export const eligibleIsFounded: ContentGuard<unknown, unknown, AppraiseDossier> = {
  rule: 'eligibleIsFounded',
  checkContent: ({ findings }) => {
    const eligible = findings.filter((it) => it.eligible);
    const unfounded = eligible.find((it) => it.checks.some((check) => !check.met));
    return unfounded
      ? refuse.eligibleUnfounded({ item: unfounded.item }, ['findings'])
      : { eligible: eligible.length, of: findings.length };
  },
};

/** Every body that is to be asked is a unit in operation. */
export const bodiesAreActive: ContentGuard<unknown, { readonly bodies: readonly Loaded<UnitState>[] }, RequestOpinion> =
  {
    rule: 'bodiesAreActive',
    checkContent: (_command, _state, { bodies }) => {
      const inactive = bodies.find((it) => it.state.status !== 'active');
      return inactive ? refuse.bodyInactive({ body: inactive.id }, ['bodies']) : { bodies: bodies.map((it) => it.id) };
    },
  };

/** The body was asked and has not answered. */
export const bodyWasAsked: ContentGuard<DossierFacts, unknown, RecordOpinion> = {
  rule: 'bodyWasAsked',
  checkContent: ({ body }, state) => {
    const asked = unanswered(state).find((it) => it.body === body);
    return asked ? { body, dueAt: asked.dueAt } : refuse.bodyNotAsked({ body }, ['body']);
  },
};

/** The deadline for opinions has passed. */
export const opinionsAreOverdue: Guard<DossierFacts, unknown> = {
  rule: 'opinionsAreOverdue',
  check: ({ dueAt }, _reads, { now }) =>
    dueAt !== undefined && dueAt <= now ? { dueAt } : refuse.opinionAwaited({ dueAt: dueAt ?? null }),
};

/** The figures of a vote agree with one another. */
export const voteIsSound: ContentGuard<unknown, unknown, RecordCouncilVote, CampaignPolicy> = {
  rule: 'voteIsSound',
  checkContent: ({ members, present, votesFor, votesAgainst }, _state, _reads, { policy }) => {
    const counted = policy.council.basis === 'PRESENT' ? present : members;
    const votes = votesFor + votesAgainst;
    return present > members || counted < 1 || votes > counted
      ? refuse.voteUnsound({ members, present, votes }, ['votesFor'])
      : { members, present, votes };
  },
};

/** The ballot was secret where the policy asks for it. */
export const voteIsSecret: ContentGuard<unknown, unknown, RecordCouncilVote, CampaignPolicy> = {
  rule: 'voteIsSecret',
  checkContent: ({ secret }, _state, _reads, { policy }) =>
    policy.council.secret && !secret
      ? refuse.voteNotSecret({}, ['secret'])
      : { secret, required: policy.council.secret },
};

/** The appraisal found every open item eligible. */
export const itemsAreEligible: Guard<DossierFacts, unknown> = {
  rule: 'itemsAreEligible',
  check: (state) => {
    const items = openItems(state)
      .filter((it) => it.eligible !== true)
      .map((it) => it.item);
    return items.length > 0 ? refuse.notEligible({ items }) : { eligible: openItems(state).length };
  },
};

/** The council voted for the dossier as it stands. */
export const councilAgreed: Guard<DossierFacts, unknown> = {
  rule: 'councilAgreed',
  check: (state) => {
    const { vote } = state;
    if (!vote || !voteStands(state)) return refuse.voteMissing();
    const { votesFor, basis, numerator, denominator } = vote;
    return { votesFor, of: vote[basis === 'PRESENT' ? 'present' : 'members'], numerator, denominator };
  },
};
