import type { Language, Refusal } from '#kernel';
import { Field, InterfaceType, Int, ObjectType } from '@nestjs/graphql';

/** An expected "no", for people and for programs. */
@InterfaceType('UserError', {
  description: 'Lời từ chối: mã ổn định cho máy, câu giải thích cho người. (An expected refusal.)',
  resolveType: (value: object) => value.constructor,
})
export abstract class UserError {
  @Field(() => String, { description: 'Mã ổn định, không dịch. (Stable code, never localised.)' })
  readonly code: string;

  @Field(() => String, {
    description: 'Câu giải thích theo ngôn ngữ của người đọc. (Sentence in the reader’s language.)',
  })
  readonly message: string;

  @Field(() => [String], {
    description: 'Chỗ sai trong dữ liệu gửi lên; rỗng khi không do dữ liệu. (Where in the input.)',
  })
  readonly path: readonly string[];

  constructor(refusal: Refusal, language: Language) {
    this.code = refusal.code;
    this.message = refusal.message[language];
    this.path = refusal.path ?? [];
  }
}

@ObjectType('RuleRefusal', {
  implements: () => [UserError],
  description: 'Bị một quy tắc nghiệp vụ từ chối. (A rule of the domain refused.)',
})
export class RuleRefusal extends UserError {}

@ObjectType('InvalidInput', {
  implements: () => [UserError],
  description: 'Dữ liệu gửi lên không hợp lệ. (The input is not valid.)',
})
export class InvalidInput extends UserError {}

@ObjectType('ConcurrencyConflict', {
  implements: () => [UserError],
  description: 'Hồ sơ đã thay đổi sau khi người dùng xem. (The dossier has changed meanwhile.)',
})
export class ConcurrencyConflict extends UserError {
  @Field(() => Int, { description: 'Phiên bản người dùng đã xem. (The revision that was expected.)' })
  readonly expected: number;

  @Field(() => Int, { description: 'Phiên bản hiện tại. (The revision that was found.)' })
  readonly actual: number;

  constructor(refusal: Refusal, language: Language) {
    super(refusal, language);
    this.expected = Number(refusal.facts['expected']);
    this.actual = Number(refusal.facts['actual']);
  }
}

@ObjectType('TransitionNotAllowed', {
  implements: () => [UserError],
  description: 'Trạng thái hồ sơ không cho phép. (The state does not allow it.)',
})
export class TransitionNotAllowed extends UserError {
  @Field(() => String, { description: 'Trạng thái hiện tại. (The present state.)' })
  readonly state: string;

  constructor(refusal: Refusal, language: Language) {
    super(refusal, language);
    this.state = String(refusal.facts['status']);
  }
}

/** The typed error that shows a refusal. */
export function userErrorOf(refusal: Refusal, language: Language): UserError {
  if (refusal.code === 'REVISION_CONFLICT') return new ConcurrencyConflict(refusal, language);
  if (refusal.code === 'TRANSITION_NOT_ALLOWED') return new TransitionNotAllowed(refusal, language);
  return refusal.path ? new InvalidInput(refusal, language) : new RuleRefusal(refusal, language);
}

/** Every type of error, for the schema. */
export const userErrorTypes = [RuleRefusal, InvalidInput, ConcurrencyConflict, TransitionNotAllowed];
