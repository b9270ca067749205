import { LogPosition } from '#graphql';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { InboxChange } from './change-feed.js';

/** Tells that something the viewer may read has changed. */
@ObjectType('InboxChange', {
  description:
    'Báo rằng một hồ sơ người xem được xem đã thay đổi; không kèm nội dung, hãy đọc lại. (A dossier that the viewer may read has changed; no content: read it again.)',
})
export class InboxChangeType implements InboxChange {
  @Field(() => LogPosition, { description: 'Đã đọc được tới vị trí này; dùng làm minPosition. (Readable up to here.)' })
  readonly position!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'Loại hồ sơ; trống khi thay đổi quá nhiều, hãy đọc lại tất cả. (Lifecycle; null when too much has changed: read everything again.)',
  })
  readonly lifecycle?: string;
  @Field(() => ID, { nullable: true, description: 'Mã toàn cục của hồ sơ. (The dossier’s global id.)' })
  readonly id?: string;
}
