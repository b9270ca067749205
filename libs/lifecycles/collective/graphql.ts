import { Dossier, edgesOf, mutationsOf, NodeType, queriesOf, statusEnum } from '#graphql';
import type { Since } from '#lifecycles/unit';
import type { Row } from '#views';
import { Field, ObjectType } from '@nestjs/graphql';
import { DatedName, UnitType } from '../unit/graphql.js';
import { collectiveInputs, CollectiveWhere } from './inputs.js';
import { collectiveLifecycle } from './lifecycle.js';
import type { Collective } from './state.js';
import { collectiveView } from './view.js';

const CollectiveStatus = statusEnum('CollectiveStatus', collectiveLifecycle);

@ObjectType('Collective', {
  implements: () => [NodeType],
  description: 'Tập thể không phải là đơn vị trong danh sách: tổ, thôn, hợp tác xã. (A body that is no unit.)',
})
export class CollectiveType extends Dossier<Collective> {
  static readonly typeName = 'Collective';

  @Field(() => CollectiveStatus, { description: 'Trạng thái. (State.)' })
  readonly status: string;
  @Field(() => String, { description: 'Tên mới nhất. (Latest name.)' })
  readonly name: string;
  @Field(() => [DatedName], { description: 'Các tên theo thời gian. (Names over time.)' })
  readonly names: readonly Since<string>[];

  constructor(row: Row) {
    super(CollectiveType.typeName, row);
    const { status, names } = this.state;
    this.status = status;
    this.name = names.at(-1)?.value ?? '';
    this.names = names;
  }
}

/** Resolvers of collectives. */
export const collectiveResolvers = [
  mutationsOf(collectiveLifecycle, CollectiveType, collectiveInputs),
  ...queriesOf({ view: collectiveView, type: CollectiveType, plural: 'collectives', where: CollectiveWhere }),
  edgesOf<CollectiveType>(CollectiveType, {
    unit: {
      type: () => UnitType,
      lifecycle: 'unit',
      description: 'Đơn vị quản lý. (The unit that answers for it.)',
      to: (it) => it.state.unit,
    },
  }),
];
