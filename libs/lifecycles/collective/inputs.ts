import { CommandInput, IdField, IdsField, LineField, Where, type CommandInputs } from '#graphql';
import { InputType } from '@nestjs/graphql';
import type { CollectiveCommand } from './commands.js';

@InputType('RegisterCollectiveInput', {
  description: 'Đăng ký tập thể không phải là đơn vị trong danh sách. (Register a collective that is no unit.)',
})
class RegisterCollectiveInput extends CommandInput {
  @IdField('Unit', 'Đơn vị quản lý tập thể. (The unit that answers for it.)')
  readonly unit!: string;
  @LineField('Tên tập thể. (Name.)', { max: 200 })
  readonly name!: string;
}

@InputType('RenameCollectiveInput', { description: 'Sửa tên tập thể, có lý do. (Rename the collective.)' })
class RenameCollectiveInput extends CommandInput {
  @IdField('Collective', 'Tập thể. (The collective.)')
  readonly id!: string;
  @LineField('Tên đúng, hoặc tên mới. (The right name.)', { max: 200 })
  readonly name!: string;
}

export const collectiveInputs: CommandInputs<CollectiveCommand> = {
  RegisterCollective: RegisterCollectiveInput,
  RenameCollective: RenameCollectiveInput,
};

@InputType('CollectiveWhere', { description: 'Lọc tập thể. (Filter collectives.)' })
export class CollectiveWhere extends Where {
  @IdsField('Unit', 'Của các đơn vị. (Of these units.)', { optional: true })
  readonly unit?: readonly string[];
}
