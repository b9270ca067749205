import { answer, entityView, existing } from '#views';
import { objectableBefore } from './deadlines.js';
import { evaluationLifecycle } from './lifecycle.js';
import { openEvaluations, verdictsForModel } from './questions/index.js';
import { scoringMembers, type EvaluationState } from './state.js';

const OPEN = `('planned', 'selfEvaluated', 'panelAppointed', 'scoring', 'moderated', 'objected', 'reopened')`;

/** For those who handle it, the model's unit, and the members of the panel. Only a result in force fills the result's columns. */
export const evaluationView = entityView<EvaluationState>()({
  lifecycle: evaluationLifecycle,
  version: 5,
  concerns: { unit: ({ unit }) => unit, campaign: ({ campaign }) => campaign, year: ({ year }) => year },
  columns: {
    model: { type: 'TEXT', of: (state) => existing(state, (it) => it.model) },
    registration: { type: 'TEXT', of: (state) => existing(state, (it) => it.registration) },
    verdict: { type: 'TEXT', of: (state) => existing(state, (it) => it.conclusion?.verdict) },
    maintained: {
      type: 'INTEGER',
      of: (state) => existing(state, (it) => it.conclusion && Number(it.conclusion.maintained)),
    },
    objectableBefore: { type: 'TEXT', of: (state) => existing(state, objectableBefore) },
    score: { type: 'INTEGER', of: (state) => existing(state, (it) => it.conclusion?.score) },
  },
  keys: [
    ['unit', 'status'],
    ['model', 'status'],
    ['registration', 'status'],
  ],
  groups: [['campaign', 'year', 'status']],
  orders: ['score'],
  answers: [
    answer(
      openEvaluations,
      `SELECT count(*) FILTER (WHERE status IN ${OPEN}) AS open,
          max(objectable_before) FILTER (WHERE status = 'concluded') AS until
        FROM evaluation WHERE campaign = :campaign AND year = :year`,
    ),
    answer(
      verdictsForModel,
      `SELECT verdict, maintained, year FROM evaluation WHERE model = :model AND status = 'concluded' ORDER BY year DESC`,
    ),
  ],
  audience: () => 'AUTHORITIES',
  restricted: (state) => existing(state, (it) => it.restricted) ?? false,
  parties: (state) => ({
    units: state.status === 'none' ? [] : [state.unit],
    subjects: state.status === 'none' ? [] : scoringMembers(state).map((it) => it.subject),
  }),
  title: (state) => existing(state, (it) => it.title),
  search: (state) => existing(state, (it) => it.title) ?? '',
});
