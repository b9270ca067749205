import type { ActionAnswer, Language, Lifecycle } from '#kernel';
import { Field, ObjectType } from '@nestjs/graphql';
import { contentFields } from './content-fields.js';
import { UserError, userErrorOf } from './user-errors.js';

@ObjectType('AvailableAction', {
  description: 'Một việc có thể làm với hồ sơ, hoặc lý do chưa làm được. (An action, or why it is not possible.)',
})
export class AvailableAction {
  @Field(() => String, { description: 'Tên lệnh, cũng là tên mutation viết hoa chữ đầu. (Command name.)' })
  readonly command!: string;
  @Field(() => String, { description: 'Tên việc. (Label.)' })
  readonly label!: string;
  @Field(() => Boolean, { description: 'Người xem làm được ngay bây giờ. (Allowed now.)' })
  readonly allowed!: boolean;
  @Field(() => UserError, { nullable: true, description: 'Lý do chưa làm được. (The refusal.)' })
  readonly refusal?: UserError;
  @Field(() => String, {
    nullable: true,
    description: 'Dấu căn cứ để gửi kèm expectedEvidence khi ra quyết định. (Evidence digest to send back.)',
  })
  readonly evidence?: string;
  @Field(() => [String], {
    description: 'Những gì còn phải gửi kèm: reason, document, và các trường của lệnh. (What it still has to bring.)',
  })
  readonly needs!: readonly string[];
}

/** The answers of the engine as the API shows them. */
export function actionsOf(
  lifecycle: Lifecycle,
  answers: readonly ActionAnswer[],
  language: Language,
): readonly AvailableAction[] {
  return answers.map(({ command, refusal, evidence, needs }) => ({
    command,
    label: lifecycle.commands[command]?.label[language] ?? command,
    allowed: refusal === undefined,
    ...(refusal && { refusal: userErrorOf(refusal, language) }),
    ...(evidence && { evidence }),
    needs: [...needs, ...contentFields(lifecycle.name, command)],
  }));
}
