import { EnumsField, IdsField, IntField, Where } from '#graphql';
import { InputType } from '@nestjs/graphql';
import { NoticeStatus } from './enums.js';

/** Conditions on lists of notices, named like the view’s columns. */
@InputType('NoticeWhere', { description: 'Lọc thông báo nhắc hạn. (Filter notices.)' })
export class NoticeWhere extends Where {
  @IdsField('Unit', 'Về hồ sơ của các đơn vị. (On dossiers of these units.)', { optional: true })
  readonly unit?: readonly string[];
  @IntField('Năm thi đua. (Cycle.)', 2000, 2100, { optional: true })
  readonly year?: number;
  @EnumsField(NoticeStatus, 'Trạng thái. (States.)', { optional: true })
  readonly status?: readonly string[];
}
