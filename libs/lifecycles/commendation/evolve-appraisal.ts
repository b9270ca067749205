import type { CommendationEvent } from './events.js';
import { changeItems, unanswered, type Dossier, type Opinion } from './state.js';

type AppraisalEvent = Extract<
  CommendationEvent,
  {
    type:
      | 'DossierAppraised'
      | 'ConsultativeOpinionRequested'
      | 'ConsultativeOpinionReceived'
      | 'OpinionDeemedGiven'
      | 'CouncilVoteRecorded'
      | 'SubmittedForDecision';
  }
>;

/** The dossier after a step of its appraisal. */
export function evolveAppraisal(state: Dossier, event: AppraisalEvent): Dossier {
  switch (event.type) {
    case 'DossierAppraised': {
      const found = new Map(event.data.findings.map((it) => [it.item, it.eligible]));
      const judged = changeItems(
        state,
        (it) => found.has(it.item),
        (it) => ({ ...it, eligible: found.get(it.item) }),
      );
      return { ...judged, status: 'appraised', dueAt: event.data.dueAt };
    }
    case 'ConsultativeOpinionRequested': {
      const { bodies, dueAt } = event.data;
      const opinions = [...state.opinions, ...bodies.map((body) => ({ body, dueAt }))];
      return { ...state, status: 'opinionRequested', opinions, dueAt };
    }
    case 'ConsultativeOpinionReceived': {
      const after = answered(state, [event.data.body], event.data.opinion);
      return unanswered(after).length > 0 ? after : { ...after, status: 'appraised', dueAt: event.data.dueAt };
    }
    case 'OpinionDeemedGiven':
      return { ...answered(state, event.data.bodies, 'DEEMED_GIVEN'), status: 'appraised', dueAt: event.data.dueAt };
    case 'CouncilVoteRecorded': {
      const { dueAt, ...vote } = event.data;
      return { ...state, status: 'councilReviewed', vote, dueAt };
    }
    case 'SubmittedForDecision':
      return { ...state, status: 'submittedForDecision', dueAt: event.data.dueAt };
    default:
      return event satisfies never;
  }
}

const answered = (state: Dossier, bodies: readonly string[], opinion: Opinion['opinion'] & string): Dossier => ({
  ...state,
  opinions: state.opinions.map((it) =>
    it.opinion === undefined && bodies.includes(it.body) ? { ...it, opinion } : it,
  ),
});
