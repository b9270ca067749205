import { Dossier, mutationsOf, NodeType, PersonName, queriesOf } from '#graphql';
import type { Row } from '#views';
import { Field, ObjectType } from '@nestjs/graphql';
import { personInputs, PersonStatus, PersonWhere } from './inputs.js';
import { personLifecycle } from './lifecycle.js';
import type { KnownDouble } from './state.js';
import { personView } from './view.js';

@ObjectType('Person', {
  implements: () => [NodeType],
  description: 'Một mã cá nhân đã gộp vào mã khác. (An identity that was joined to another.)',
})
export class PersonType extends Dossier<KnownDouble> {
  static readonly typeName = 'Person';

  @Field(() => PersonStatus, { description: 'Trạng thái. (State.)' })
  readonly status: string;
  @Field(() => PersonName, { nullable: true, description: 'Tên đăng ký của mã trùng. (The double’s name.)' })
  readonly double?: PersonName;
  @Field(() => PersonName, { nullable: true, description: 'Cá nhân thực sự. (Who it is.)' })
  readonly person?: PersonName;

  constructor(row: Row) {
    super(PersonType.typeName, row);
    const { status, double, person } = this.state;
    this.status = status;
    this.double = PersonName.of(double);
    this.person = PersonName.of(person);
  }
}

/** Resolvers of doubles. */
export const personResolvers = [
  mutationsOf(personLifecycle, PersonType, personInputs),
  ...queriesOf({ view: personView, type: PersonType, plural: 'persons', where: PersonWhere }),
];
