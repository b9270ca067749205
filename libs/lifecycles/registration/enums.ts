import { codeEnum, statusEnum } from '#graphql';
import type { DuplicateOutcome } from './commands.js';
import type { DuplicateGround } from './events.js';
import { registrationLifecycle } from './lifecycle.js';

/** The states of a registration in GraphQL. */
export const RegistrationStatus = statusEnum('RegistrationStatus', registrationLifecycle);

/** Why two registrations may be one, in GraphQL. */
export const DuplicateGroundEnum = codeEnum<DuplicateGround>(
  'DuplicateGround',
  'Căn cứ nghi trùng. (Ground of a suspected duplicate.)',
  {
    SAME_TEMPLATE_AND_PLACE: 'Cùng mô hình mẫu, cùng địa bàn. (Same template and place.)',
    SIMILAR_CONTENT: 'Nội dung tương tự. (Similar content.)',
    SAME_EVIDENCE: 'Cùng minh chứng. (Same evidence.)',
    COPY_OF_EARLIER_YEAR: 'Sao chép của năm trước. (Copy of an earlier year.)',
    REPORTED: 'Có phản ánh. (Reported by somebody.)',
  },
);

/** What a suspected duplicate turned out to be, in GraphQL. */
export const DuplicateOutcomeEnum = codeEnum<DuplicateOutcome>(
  'DuplicateOutcome',
  'Kết luận về nghi vấn trùng. (Outcome of a suspected duplicate.)',
  {
    CONFIRMED: 'Trùng: giữ đăng ký kia, gộp đăng ký này. (A duplicate: the other one is kept.)',
    DISMISSED: 'Không trùng. (Two different ones.)',
  },
);
