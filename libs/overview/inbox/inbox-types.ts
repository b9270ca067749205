import { Instant, LogPosition, NodeType, PageInfo, type Dossier } from '#graphql';
import type { Language } from '#kernel';
import type { Total } from '#views';
import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { moduleOf } from '../types.js';
import type { InboxEntry } from './inbox-entry.js';
import type { InboxPage } from './read-inbox.js';

/** The paging and consistency arguments of the inbox, which is read forwards only. */
@ArgsType()
export class InboxArgs {
  @Field(() => Int, { nullable: true, description: 'Số mục đầu, 20 nếu bỏ trống, nhiều nhất 100. (First n.)' })
  readonly first?: number;
  @Field(() => String, { nullable: true, description: 'Sau con trỏ này. (After this cursor.)' })
  readonly after?: string;
  @Field(() => LogPosition, {
    nullable: true,
    description: 'Chỉ trả lời khi đã đọc tới vị trí này. (Wait until this position can be read.)',
  })
  readonly minPosition?: string;
}

/** One step that waits for the viewer, in the viewer's language. */
@ObjectType('InboxItem', {
  description:
    'Một việc đang chờ người xem, suy ra từ bảng chuyển trạng thái. (A step that waits for the viewer, derived from the transition tables.)',
})
export class InboxItemType {
  @Field(() => ID, { description: 'Mã của mục, không dùng để tra hồ sơ. (Opaque key of the item.)' })
  readonly id: string;
  @Field(() => String, {
    description: 'Tên hồ sơ, hoặc việc còn thiếu của năm. (Title of the dossier, or what is owed.)',
  })
  readonly title: string;
  @Field(() => String, { description: 'Loại hồ sơ. (Lifecycle.)' })
  readonly lifecycle: string;
  @Field(() => String, { description: 'Tên lệnh, cũng là tên mutation viết hoa chữ đầu. (Command name.)' })
  readonly command: string;
  @Field(() => String, { description: 'Tên việc cần làm. (The command in words.)' })
  readonly commandLabel: string;
  @Field(() => String, { description: 'Tên trạng thái hiện tại. (The present state in words.)' })
  readonly statusLabel: string;
  @Field(() => NodeType, {
    nullable: true,
    description: 'Hồ sơ; trống khi hồ sơ chưa được lập. (The dossier; null when it is still to be begun.)',
  })
  readonly subject?: Dossier;
  @Field(() => Instant, { nullable: true, description: 'Phải xong trước thời điểm này. (Exclusive deadline.)' })
  readonly dueAt?: string;
  @Field(() => Boolean, { description: 'Đã quá hạn. (The deadline has passed.)' })
  readonly overdue: boolean;
  @Field(() => Instant, {
    nullable: true,
    description:
      'Hồ sơ chờ việc này từ lúc nào; trống khi chưa được lập. (Since when the dossier has waited for the same; null when it is still to be begun.)',
  })
  readonly since?: string;

  /** What the item was made of, for field resolvers. */
  readonly entry: InboxEntry;

  constructor(entry: InboxEntry, language: Language) {
    const { lifecycle, view, type } = moduleOf(entry.lifecycle);
    const label = lifecycle.commands[entry.command]?.label[language] ?? entry.command;
    const { row } = entry;
    this.entry = entry;
    this.id = Buffer.from(entry.key, 'utf8').toString('base64url');
    this.title = row
      ? (view.title?.(row.state) ?? lifecycle.label[language])
      : `${lifecycle.label[language]} ${entry.year}`;
    this.lifecycle = entry.lifecycle;
    this.command = entry.command;
    this.commandLabel = label;
    this.statusLabel = lifecycle.states[row?.status ?? 'none']?.[language] ?? '';
    this.subject = row && new type(row);
    this.dueAt = entry.dueAt;
    this.overdue = entry.overdue;
    this.since = entry.since;
  }
}

/** Relay's edge. */
@ObjectType('InboxEdge', { description: 'Cạnh Relay. (Relay edge of InboxItem.)' })
export class InboxEdge {
  @Field(() => String, { description: 'Con trỏ. (Cursor.)' })
  readonly cursor!: string;
  @Field(() => InboxItemType, { description: 'Việc đang chờ. (The item.)' })
  readonly node!: InboxItemType;
}

/** Relay's connection. */
@ObjectType('InboxConnection', {
  description: 'Việc đang chờ người xem, hạn cũ trước. (What waits for the viewer, oldest deadline first.)',
})
export class InboxConnection {
  @Field(() => [InboxEdge], { description: 'Các cạnh. (Edges.)' })
  readonly edges: readonly InboxEdge[];
  @Field(() => [InboxItemType], { description: 'Các việc. (Nodes.)' })
  readonly nodes: readonly InboxItemType[];
  @Field(() => PageInfo, { description: 'Thông tin trang. (Page info.)' })
  readonly pageInfo: PageInfo;
  /** How much there is, once somebody has asked. */
  total?: Promise<Total>;

  constructor({ edges, pageInfo }: InboxPage, language: Language) {
    this.edges = edges.map(({ cursor, node }) => ({ cursor, node: new InboxItemType(node, language) }));
    this.nodes = this.edges.map(({ node }) => node);
    this.pageInfo = pageInfo;
  }
}
