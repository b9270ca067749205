import { Dossier, mutationsOf, NodeType, PersonName, queriesOf, Instant, toGlobalId } from '#graphql';
import type { Row } from '#views';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { accessInputs, RoleEnum, SubjectWhere } from './inputs.js';
import { accessLifecycle } from './lifecycle.js';
import type { AccessState } from './state.js';
import { accessView } from './view.js';

@ObjectType('RoleGrant', { description: 'Vai trò được giao. (A granted role.)' })
class RoleGrantType {
  @Field(() => ID, { description: 'Mã. (Id.)' })
  readonly grant!: string;
  @Field(() => RoleEnum, { description: 'Vai trò. (Role.)' })
  readonly role!: string;
  @Field(() => ID, { description: 'Đơn vị. (Unit.)' })
  readonly unit!: string;
  @Field(() => Instant, { description: 'Từ lúc. (From.)' })
  readonly from!: string;
  @Field(() => Instant, { nullable: true, description: 'Đến trước lúc. (Until.)' })
  readonly to?: string;
}

@ObjectType('Delegation', { description: 'Ủy quyền nhận được. (A delegation received.)' })
class DelegationType extends RoleGrantType {
  @Field(() => ID, { description: 'Người ủy quyền. (Delegator.)' })
  readonly delegator!: string;
  @Field(() => String, { description: 'Quyền hạn ký. (Capacity.)' })
  readonly capacity!: string;
}

type Registered = Extract<AccessState, { status: 'registered' }>;

@ObjectType('Subject', {
  implements: () => [NodeType],
  description: 'Người dùng và quyền hạn. (A subject and its powers.)',
})
export class SubjectType extends Dossier<Registered> {
  static readonly typeName = 'Subject';

  @Field(() => PersonName, { nullable: true, description: 'Họ tên. (Name.)' })
  readonly name?: PersonName;
  @Field(() => [RoleGrantType], { description: 'Các vai trò. (Roles.)' })
  readonly roles: readonly RoleGrantType[];
  @Field(() => [DelegationType], { description: 'Các ủy quyền nhận được. (Delegations.)' })
  readonly delegations: readonly DelegationType[];

  constructor(row: Row) {
    super(SubjectType.typeName, row);
    const { name, roles, delegations } = this.state;
    this.name = PersonName.of(name);
    this.roles = roles.map((it) => ({ ...it, unit: toGlobalId('Unit', it.unit) }));
    this.delegations = delegations.map(({ delegation, unit, ...it }) => ({
      ...it,
      grant: delegation,
      unit: toGlobalId('Unit', unit),
    }));
  }
}

/** Resolvers of access. */
export const accessResolvers = [
  mutationsOf(accessLifecycle, SubjectType, accessInputs),
  ...queriesOf({ view: accessView, type: SubjectType, plural: 'subjects', where: SubjectWhere }),
];
