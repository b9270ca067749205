import { CommandInput, EnumsField, IdField, KnownPersonField, statusEnum, Where, type CommandInputs } from '#graphql';
import { InputType } from '@nestjs/graphql';
import type { PersonCommand } from './commands.js';
import { personLifecycle } from './lifecycle.js';

export const PersonStatus = statusEnum('PersonStatus', personLifecycle);

@InputType('JoinPersonsInput', { description: 'Gộp hai mã của một cá nhân. (Join two identities of one person.)' })
class JoinPersonsInput extends CommandInput {
  @KnownPersonField('Mã trùng, từ nay không dùng riêng. (The double.)')
  readonly double!: string;
  @KnownPersonField('Cá nhân thực sự. (The person it is.)')
  readonly person!: string;
}

@InputType('SeparatePersonsInput', { description: 'Tách hai cá nhân đã gộp nhầm. (Separate two persons.)' })
class SeparatePersonsInput extends CommandInput {
  @IdField('Person', 'Mã đã gộp. (The double.)')
  readonly id!: string;
}

export const personInputs: CommandInputs<PersonCommand> = {
  JoinPersons: JoinPersonsInput,
  SeparatePersons: SeparatePersonsInput,
};

@InputType('PersonWhere', { description: 'Lọc các mã đã gộp. (Filter doubles.)' })
export class PersonWhere extends Where {
  @EnumsField(PersonStatus, 'Trạng thái. (States.)', { optional: true })
  readonly status?: readonly string[];
}
