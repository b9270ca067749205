import { dutiesWithoutEnd, targetFigures, unitsOwing } from '#lifecycles/campaign/questions';
import { answer, type AnswerSql } from '#views';
import { OWING_AMONG, OWING_COUNTS } from './duties/without.js';
import { ASKED, ASKED_BY_READING } from './targets/asked.js';
import { EVERY_COUNT } from './targets/measures.js';

/** What a year's closing rests on, counted by the same statements that readers are shown. */
export const overviewAnswers: readonly AnswerSql[] = [
  answer(targetFigures, `${ASKED} ${EVERY_COUNT}`),
  answer(dutiesWithoutEnd, `${ASKED_BY_READING} ${OWING_COUNTS}`),
  answer(unitsOwing, `${ASKED_BY_READING} ${OWING_AMONG}`),
];
