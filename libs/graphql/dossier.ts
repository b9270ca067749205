import type { Lifecycle, StateShape } from '#kernel';
import type { Row } from '#views';
import { readsParticulars, withholdParticulars, type Sight } from '#visibility';
import { Field, ID, Int, InterfaceType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { toGlobalId } from './global-id.js';
import { Instant, LogPosition } from './scalars.js';

/** Relay's Node. */
@InterfaceType('Node', {
  description: 'Đối tượng có mã toàn cục. (An object with a global id.)',
  resolveType: (value: object) => value.constructor,
})
export abstract class NodeType {
  @Field(() => ID, { description: 'Mã toàn cục. (Global id.)' })
  readonly id!: string;
}

/** What every dossier shows, whatever its lifecycle. Types of lifecycles extend it and take a row of their view. */
@ObjectType({ isAbstract: true })
export abstract class Dossier<S extends StateShape = StateShape> extends NodeType {
  @Field(() => ID, { description: 'Mã toàn cục. (Global id.)' })
  override readonly id: string;
  @Field(() => Int, { description: 'Phiên bản: số thứ tự sự kiện cuối. (Revision: number of the last event.)' })
  readonly revision: number;
  @Field(() => LogPosition, { description: 'Vị trí sự kiện cuối trong nhật ký. (Position of the last event.)' })
  readonly position: string;
  @Field(() => Instant, { description: 'Thời điểm lập. (When it was begun.)' })
  readonly createdAt: string;
  @Field(() => Instant, { description: 'Thời điểm thay đổi cuối. (When it last changed.)' })
  readonly updatedAt: string;
  @Field(() => Instant, {
    nullable: true,
    description: 'Hạn của bước đang chờ: phải xong trước thời điểm này. (Exclusive deadline of the awaited step.)',
  })
  readonly dueAt: string | undefined;
  @Field(() => Boolean, { description: 'Hạn chế phổ biến. (Restricted.)' })
  readonly restricted: boolean;

  /** The bare id, and how the viewer stands to the dossier, for field resolvers. */
  readonly key: string;
  readonly sight: Sight;
  readonly readsRestricted: boolean;
  /** The state as far as the viewer may read it: without names of persons and prose about them where they are not for the viewer. */
  readonly state: S;

  constructor(type: string, row: Row) {
    super();
    this.id = toGlobalId(type, row.id);
    this.key = row.id;
    this.sight = row.sight;
    this.readsRestricted = row.readsRestricted;
    this.state = (readsParticulars(row.sight) ? row.state : withholdParticulars(row.state)) as S;
    this.revision = row.revision;
    this.position = row.position;
    this.createdAt = row.createdAt;
    this.updatedAt = row.updatedAt;
    this.dueAt = row.dueAt;
    this.restricted = row.restricted;
  }
}

/** Upper snake case, as enum values are spelled. */
export const enumKey = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** The GraphQL enum of a lifecycle's states, described by their labels. Its values are the states' own names. */
export function statusEnum(name: string, lifecycle: Pick<Lifecycle, 'states'>): Record<string, string> {
  const states = Object.entries(lifecycle.states).filter(([status]) => status !== 'none');
  const type = Object.fromEntries(states.map(([status]) => [enumKey(status), status]));
  const valuesMap = Object.fromEntries(
    states.map(([status, label]) => [enumKey(status), { description: `${label.vi}. (${label.en}.)` }]),
  );
  registerEnumType(type, { name, description: `Trạng thái. (States of ${name}.)`, valuesMap });
  return type;
}

/** A GraphQL enum of plain codes with a description for each. */
export function codeEnum<K extends string>(
  name: string,
  description: string,
  values: Readonly<Record<K, string>>,
): Record<K, K> {
  const keys = Object.keys(values) as K[];
  const type = Object.fromEntries(keys.map((key) => [key, key])) as Record<K, K>;
  registerEnumType(type, {
    name,
    description,
    valuesMap: Object.fromEntries(keys.map((key) => [key, { description: values[key] }])) as Record<
      K,
      { description: string }
    >,
  });
  return type;
}
