import { codeEnum, statusEnum } from '#graphql';
import type { Verdict } from './events.js';
import { CONFLICT_GROUNDS, type ConflictGround } from './conflict-grounds.js';
import { evaluationLifecycle } from './lifecycle.js';
import type { Objection } from './parts.js';

export const EvaluationStatus = statusEnum('EvaluationStatus', evaluationLifecycle);

export const VerdictEnum = codeEnum<Verdict>('Verdict', 'Kết luận đánh giá. (What an evaluation comes to.)', {
  EFFECTIVE: 'Hiệu quả. (Effective.)',
  NOT_EFFECTIVE: 'Chưa hiệu quả. (Not effective.)',
  INSUFFICIENT_EVIDENCE: 'Chưa đủ minh chứng. (Insufficient evidence.)',
});

export const ObjectionOutcomeEnum = codeEnum<Objection['outcome'] & string>(
  'ObjectionOutcome',
  'Kết quả xử lý đề nghị xem xét lại. (Outcome of an objection.)',
  {
    DISMISSED: 'Không chấp nhận. (Dismissed.)',
    UPHELD: 'Chấp nhận, đánh giá lại. (Upheld.)',
  },
);

const describedGrounds = Object.fromEntries(
  Object.entries(CONFLICT_GROUNDS).map(([code, { vi, en }]) => [code, `Người này ${vi}. (${en}.)`]),
) as Record<ConflictGround, string>;

export const ConflictGroundEnum = codeEnum<ConflictGround>(
  'ConflictGround',
  'Căn cứ xung đột lợi ích. (Ground of a conflict of interest.)',
  describedGrounds,
);
