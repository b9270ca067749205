import { codeEnum, statusEnum } from '#graphql';
import type { Text } from '#kernel';
import type { CancellationGround, Level, OpinionGiven } from './events.js';
import type { CommendationForm, RecipientKind } from './items.js';
import { FORMS } from './labels.js';
import { commendationLifecycle } from './lifecycle.js';
import type { Award } from './award.js';
import type { ItemOutcome, Opinion } from './state.js';

export const CommendationStatus = statusEnum('CommendationStatus', commendationLifecycle);

const described = ({ vi, en }: Text): string => `${vi}. (${en}.)`;

export const CommendationFormEnum = codeEnum<CommendationForm>(
  'CommendationForm',
  'Hình thức khen thưởng. (Form of commendation.)',
  {
    CERTIFICATE_OF_COMMENDATION: described(FORMS.CERTIFICATE_OF_COMMENDATION),
    CERTIFICATE_OF_MERIT: described(FORMS.CERTIFICATE_OF_MERIT),
  },
);

export const RecipientKindEnum = codeEnum<RecipientKind>(
  'RecipientKind',
  'Loại đối tượng được khen. (Kind of recipient.)',
  {
    COLLECTIVE: 'Tập thể. (Collective.)',
    INDIVIDUAL: 'Cá nhân. (Individual.)',
    HOUSEHOLD: 'Hộ gia đình. (Household.)',
  },
);

export const ItemOutcomeEnum = codeEnum<ItemOutcome>(
  'CommendationItemOutcome',
  'Kết quả của một mục trong hồ sơ. (Outcome of an item.)',
  {
    PENDING: 'Đang xem xét. (Pending.)',
    GRANTED: 'Được khen thưởng. (Granted.)',
    REFUSED: 'Không khen thưởng. (Refused.)',
    RETURNED: 'Bị trả lại. (Returned.)',
    WITHDRAWN: 'Đã rút. (Withdrawn.)',
  },
);

/** What a decider may answer on an item. */
export const DecidedOutcomeEnum = codeEnum<'GRANTED' | 'REFUSED' | 'RETURNED'>(
  'ItemDecisionOutcome',
  'Ý kiến quyết định về một mục. (Decision on an item.)',
  {
    GRANTED: 'Khen thưởng. (Grant.)',
    REFUSED: 'Không khen thưởng. (Refuse.)',
    RETURNED: 'Trả lại. (Return.)',
  },
);

export const CancellationGroundEnum = codeEnum<CancellationGround>(
  'CancellationGround',
  'Căn cứ hủy bỏ theo Điều 93. (Ground of cancellation.)',
  {
    FRAUD: 'Gian dối trong kê khai thành tích. (Ground a: fraud.)',
    FALSE_INFORMATION: 'Cung cấp thông tin sai sự thật hoặc làm giả hồ sơ. (Ground b: false information.)',
    UNLAWFUL_PROCEDURE: 'Thẩm định, đề nghị khen thưởng trái quy định của pháp luật. (Ground c: unlawful procedure.)',
    FAULT_FOUND: 'Có kết luận vi phạm làm không còn đủ tiêu chuẩn. (Ground d: fault found.)',
  },
);

const given = {
  AGREES: 'Đồng ý. (Agrees.)',
  OBJECTS: 'Không đồng ý. (Objects.)',
  NO_OPINION: 'Không có ý kiến. (No opinion.)',
} satisfies Record<OpinionGiven, string>;
export const OpinionGivenEnum = codeEnum<OpinionGiven>('OpinionGiven', 'Ý kiến hiệp y. (A body’s opinion.)', given);
export const OpinionEnum = codeEnum<Opinion['opinion'] & string>(
  'ConsultativeOpinionResult',
  'Kết quả lấy ý kiến. (What became of a request.)',
  {
    ...given,
    DEEMED_GIVEN: 'Hết hạn, coi như không có ý kiến khác. (Deemed given.)',
  },
);

export const LevelEnum = codeEnum<Level>('CommendationLevel', 'Cấp quyết định. (Deciding level.)', {
  CITY: 'Thành phố. (City.)',
  UNIT: 'Đơn vị. (Unit.)',
});

export const RecoveryEnum = codeEnum<Award['recovery'] & string>('AwardRecovery', 'Tình trạng thu hồi. (Recovery.)', {
  DUE: 'Phải thu hồi. (Due.)',
  RECOVERED: 'Đã thu hồi. (Recovered.)',
  UNRECOVERABLE: 'Không thể thu hồi. (Unrecoverable.)',
});

export const VoteBasisEnum = codeEnum<'ALL_MEMBERS' | 'PRESENT'>(
  'CouncilVoteBasis',
  'Cơ sở tính tỷ lệ phiếu. (What votes are counted against.)',
  {
    ALL_MEMBERS: 'Toàn bộ thành viên. (All members.)',
    PRESENT: 'Thành viên có mặt. (Members present.)',
  },
);
