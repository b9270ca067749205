import type { EntityView, Filter, OrderBy, Page, Slice, Total } from '#views';
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumKey, type Dossier } from './dossier.js';
import { RefusedRead } from './messages.js';
import type { EntityType } from './payload.js';
import { edgeRefusals } from './refusals.js';
import { LogPosition } from './scalars.js';

const MOST = 100;
const USUAL = 20;

@ObjectType('PageInfo', { description: 'Thông tin trang theo chuẩn Relay. (Relay page info.)' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Còn trang sau. (More after.)' })
  readonly hasNextPage!: boolean;
  @Field(() => Boolean, { description: 'Còn trang trước. (More before.)' })
  readonly hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: 'Con trỏ đầu. (First cursor.)' })
  readonly startCursor?: string;
  @Field(() => String, { nullable: true, description: 'Con trỏ cuối. (Last cursor.)' })
  readonly endCursor?: string;
}

/** Of every list’s total. */
export const TOTAL_COUNT =
  'Tổng số, chỉ đếm khi được hỏi và nhiều nhất đến 10.000; xem totalIsExact. (Total, counted only when asked for and up to 10,000; see totalIsExact.)';
/** Of whether a list’s total is all. */
export const TOTAL_IS_EXACT =
  'Sai khi còn nhiều hơn totalCount. (False when there are more than totalCount says: counting ended at 10,000.)';

/** The paging and consistency arguments of every list. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: 'Số mục đầu, 20 nếu bỏ trống, nhiều nhất 100. (First n.)' })
  readonly first?: number;
  @Field(() => String, { nullable: true, description: 'Sau con trỏ này. (After this cursor.)' })
  readonly after?: string;
  @Field(() => Int, { nullable: true, description: 'Số mục cuối, nhiều nhất 100. (Last n.)' })
  readonly last?: number;
  @Field(() => String, { nullable: true, description: 'Trước con trỏ này. (Before this cursor.)' })
  readonly before?: string;
  @Field(() => LogPosition, {
    nullable: true,
    description: 'Chỉ trả lời khi đã đọc tới vị trí này. (Wait until this position can be read.)',
  })
  readonly minPosition?: string;
}

/**
 * The part of a list that the arguments ask for.
 * @throws RefusedRead when they contradict each other or ask for too much
 */
export function sliceOf({ first, after, last, before }: PageArgs): Slice {
  const backwards = last != null || before != null;
  const mixed = backwards && (first != null || after != null);
  const size = (backwards ? last : first) ?? USUAL;
  if (mixed || size < 1 || size > MOST) throw new RefusedRead(edgeRefusals.pageInvalid({ max: MOST }));
  return backwards
    ? { last: size, ...(before != null && { before }) }
    : { first: size, ...(after != null && { after }) };
}

/** A connection before GraphQL takes its fields: the total is counted only when it is asked for. */
export interface ConnectionSource {
  readonly page: Page;
  readonly filter: Filter;
  /** Counted once, whichever field asks first. */
  total?: Promise<Total>;
}

/** Builds the Relay connection and edge types of an entity. */
export function connectionType<T extends Dossier>(type: EntityType<T>): new () => object {
  @ObjectType(`${type.typeName}Edge`, { description: `Cạnh Relay. (Relay edge of ${type.typeName}.)` })
  class Edge {
    @Field(() => String, { description: 'Con trỏ. (Cursor.)' })
    readonly cursor!: string;
    @Field(() => type, { description: 'Hồ sơ. (The dossier.)' })
    readonly node!: T;
  }
  @ObjectType(`${type.typeName}Connection`, {
    description: `Danh sách theo chuẩn Relay. (Relay connection of ${type.typeName}.)`,
  })
  class Connection {
    @Field(() => [Edge], { description: 'Các cạnh. (Edges.)' })
    readonly edges!: readonly Edge[];
    @Field(() => [type], { description: 'Các hồ sơ. (Nodes.)' })
    readonly nodes!: readonly T[];
    @Field(() => PageInfo, { description: 'Thông tin trang. (Page info.)' })
    readonly pageInfo!: PageInfo;
  }
  return Connection;
}

const ORDERABLE = ['createdAt', 'updatedAt', 'dueAt'];

/** Upper or lower first. */
export const DirectionEnum = { ASC: 'asc', DESC: 'desc' } as const;
registerEnumType(DirectionEnum, {
  name: 'OrderDirection',
  description: 'Chiều sắp xếp. (Direction.)',
  valuesMap: { ASC: { description: 'Tăng dần. (Ascending.)' }, DESC: { description: 'Giảm dần. (Descending.)' } },
});

/** Builds the ordering input of a view: the common columns and those that it offers itself. */
export function orderType(typeName: string, view: Pick<EntityView, 'orders'>): new () => OrderBy {
  const columns = [...ORDERABLE, ...(view.orders ?? [])];
  const fields = Object.fromEntries(columns.map((column) => [enumKey(column), column]));
  const valuesMap = Object.fromEntries(
    columns.map((column) => [enumKey(column), { description: `Theo ${column}. (By ${column}.)` }]),
  );
  registerEnumType(fields, {
    name: `${typeName}OrderField`,
    description: `Trường sắp xếp. (Order fields of ${typeName}.)`,
    valuesMap,
  });
  @InputType(`${typeName}Order`, { description: `Thứ tự sắp xếp. (Order of ${typeName}.)` })
  class Order implements OrderBy {
    @Field(() => fields, { description: 'Trường. (Field.)' })
    readonly column!: string;
    @Field(() => DirectionEnum, { defaultValue: 'asc', description: 'Chiều. (Direction.)' })
    readonly direction!: 'asc' | 'desc';
  }
  return Order;
}

/** Reads that need what was written at a position name it. */
@ArgsType()
export class OneArgs {
  @Field(() => ID, { description: 'Mã toàn cục. (Global id.)' })
  readonly id!: string;
  @Field(() => LogPosition, {
    nullable: true,
    description: 'Chỉ trả lời khi đã đọc tới vị trí này. (Wait until this position can be read.)',
  })
  readonly minPosition?: string;
}
