import { ROLES, type Role } from '#identity';
import { canonical, infoOf, type Classification, type Language, type Lifecycle, type Prose } from '#kernel';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { HistoryStep } from './bus.js';
import { codeEnum } from './dossier.js';
import { DocumentRefType } from './document-type.js';
import { toGlobalId } from './global-id.js';
import { Instant, LogPosition } from './scalars.js';
import { SealedText } from './sealed-text.js';

const ClassificationEnum = codeEnum<Classification>('Classification', 'Mức độ phổ biến. (Classification.)', {
  PUBLIC: 'Công khai. (Public.)',
  INTERNAL: 'Nội bộ. (Internal.)',
  RESTRICTED: 'Hạn chế. (Restricted.)',
});

@ObjectType('HistoryActor', {
  description: 'Người thực hiện, với tư cách tại thời điểm đó. (Who acted, as what, at that time.)',
})
export class HistoryActor {
  @Field(() => ID, { description: 'Mã người thực hiện. (Subject.)' })
  readonly subject!: string;
  @Field(() => String, { description: 'Mã vai trò. (Role code.)' })
  readonly role!: string;
  @Field(() => String, { description: 'Tên vai trò. (Role.)' })
  readonly roleLabel!: string;
  @Field(() => ID, { nullable: true, description: 'Đơn vị của người thực hiện. (Unit.)' })
  readonly unit?: string;
  @Field(() => ID, { nullable: true, description: 'Thực hiện thay cho ai. (On whose behalf.)' })
  readonly onBehalfOf?: string;
  @Field(() => String, { nullable: true, description: 'Quyền hạn ký. (Signature capacity.)' })
  readonly capacity?: string;
}

@ObjectType('HistoryChange', { description: 'Một điều đã thay đổi. (One thing that changed.)' })
export class HistoryChange {
  @Field(() => String, { description: 'Tên trường. (Field.)' })
  readonly field!: string;
  @Field(() => String, { nullable: true, description: 'Giá trị trước, dạng JSON. (Before, as JSON.)' })
  readonly before?: string;
  @Field(() => String, { nullable: true, description: 'Giá trị sau, dạng JSON. (After, as JSON.)' })
  readonly after?: string;
}

@ObjectType('HistorySeen', { description: 'Một luồng sự kiện mà người quyết định đã xem. (A stream the decider saw.)' })
export class HistorySeen {
  @Field(() => String, { description: 'Tên luồng. (Stream.)' })
  readonly stream!: string;
  @Field(() => Int, { description: 'Phiên bản đã xem. (Revision.)' })
  readonly revision!: number;
  @Field(() => String, { description: 'Dấu cộng dồn của các sự kiện đã lưu. (Running digest of the stored bytes.)' })
  readonly digest!: string;
}

@ObjectType('HistoryAnswer', {
  description: 'Một câu hỏi đã tra cứu và câu trả lời. (A question that was asked, and its answer.)',
})
export class HistoryAnswer {
  @Field(() => String, { description: 'Tên câu hỏi. (Question.)' })
  readonly question!: string;
  @Field(() => String, { description: 'Tham số, dạng JSON. (Parameters, as JSON.)' })
  readonly params!: string;
  @Field(() => [String], { description: 'Các dòng trả lời, dạng JSON. (Rows, as JSON.)' })
  readonly rows!: readonly string[];
  @Field(() => ID, { nullable: true, description: 'Sự kiện cuối mà câu trả lời đã tính đến. (Last event applied.)' })
  readonly asOf?: string;
}

@ObjectType('DecisionBasis', { description: 'Căn cứ của một quyết định. (What a decision rests on.)' })
export class DecisionBasis {
  @Field(() => [String], { description: 'Căn cứ pháp lý. (Legal basis.)' })
  readonly legalBasis!: readonly string[];
  @Field(() => String, { nullable: true, description: 'Dấu của quy chế áp dụng. (Policy hash.)' })
  readonly policyVersion?: string;
  @Field(() => [String], { description: 'Các điều kiện đã kiểm tra, kèm dữ kiện. (Guards with their facts.)' })
  readonly guards!: readonly string[];
  @Field(() => [HistorySeen], { description: 'Các hồ sơ đã xem. (Streams seen.)' })
  readonly saw!: readonly HistorySeen[];
  @Field(() => [HistoryAnswer], { description: 'Các câu hỏi đã tra cứu. (Questions asked.)' })
  readonly answers!: readonly HistoryAnswer[];
  @Field(() => String, { description: 'Dấu của toàn bộ căn cứ. (Evidence digest.)' })
  readonly evidence!: string;
}

@ObjectType('HistoryEntry', { description: 'Một sự kiện trong lịch sử hồ sơ. (One event of a dossier’s history.)' })
export class HistoryEntry {
  @Field(() => ID, { description: 'Mã sự kiện. (Event id.)' })
  readonly id!: string;
  @Field(() => Int, { description: 'Số thứ tự trong hồ sơ. (Revision.)' })
  readonly revision!: number;
  @Field(() => LogPosition, { description: 'Vị trí trong nhật ký. (Position.)' })
  readonly position!: string;
  @Field(() => String, { description: 'Loại sự kiện. (Event type.)' })
  readonly type!: string;
  @Field(() => String, { description: 'Tên sự kiện. (Label.)' })
  readonly label!: string;
  @Field(() => String, { description: 'Lệnh đã gây ra sự kiện. (Command.)' })
  readonly command!: string;
  @Field(() => ID, { description: 'Mã lệnh. (Command id.)' })
  readonly commandId!: string;
  @Field(() => Instant, { description: 'Thời điểm xảy ra. (Occurred at.)' })
  readonly occurredAt!: string;
  @Field(() => Instant, { description: 'Thời điểm ghi nhận. (Recorded at.)' })
  readonly recordedAt!: string;
  @Field(() => Instant, { nullable: true, description: 'Thời điểm có hiệu lực. (Effective from.)' })
  readonly effectiveFrom?: string;
  @Field(() => HistoryActor, { description: 'Người thực hiện. (Actor.)' })
  readonly actor!: HistoryActor;
  @SealedText({ description: 'Lý do. (Reason.)' })
  readonly reason?: Prose;
  @Field(() => DocumentRefType, { nullable: true, description: 'Văn bản. (Document.)' })
  readonly document?: DocumentRefType;
  @Field(() => [HistoryChange], { description: 'Những điều đã thay đổi. (What changed.)' })
  readonly changes!: readonly HistoryChange[];
  @Field(() => DecisionBasis, { nullable: true, description: 'Căn cứ, nếu là quyết định. (Basis, for decisions.)' })
  readonly decision?: DecisionBasis;
  @Field(() => ID, { description: 'Mã nguyên nhân. (Causation id.)' })
  readonly causationId!: string;
  @Field(() => ID, { description: 'Mã tương quan. (Correlation id.)' })
  readonly correlationId!: string;
  @Field(() => ClassificationEnum, { description: 'Mức độ phổ biến. (Classification.)' })
  readonly classification!: Classification;
}

/** What of a step the reader may see. */
export interface StepInsight {
  /** Fields of the state that the reader is not to see. */
  readonly hidden: readonly string[];
  /** The reader reads prose about persons. */
  readonly particulars: boolean;
}

/** An event as the API shows it. Personal particulars of the state appear as such, never in clear. */
export function historyEntry(
  lifecycle: Lifecycle,
  { recorded, before, after }: HistoryStep,
  language: Language,
  { hidden, particulars }: StepInsight,
): HistoryEntry {
  const { event, meta } = recorded;
  const {
    actor,
    decision,
    eventId,
    commandType,
    schemaVersion: _version,
    commandHash: _hash,
    salt: _salt,
    policyVersion: _policy,
    reason,
    ...shown
  } = meta;
  return {
    ...shown,
    ...(reason && particulars && { reason }),
    id: eventId,
    revision: recorded.revision,
    position: recorded.position,
    type: event.type,
    label: infoOf(lifecycle, event.type)?.label[language] ?? event.type,
    command: commandType,
    actor: {
      subject: actor.subject,
      role: actor.role,
      roleLabel: ROLES[actor.role as Role]?.[language] ?? actor.role,
      ...(actor.unit && { unit: toGlobalId('Unit', actor.unit) }),
      ...(actor.onBehalfOf && { onBehalfOf: actor.onBehalfOf }),
      ...(actor.capacity && { capacity: actor.capacity }),
    },
    changes: changesBetween(before as Record<string, unknown>, after as Record<string, unknown>).filter(
      (change) => !hidden.includes(change.field),
    ),
    ...(decision && {
      decision: {
        legalBasis: decision.legalBasis,
        ...(decision.policyVersion && { policyVersion: decision.policyVersion }),
        guards: decision.guards.map(({ rule, facts }) => `${rule} ${canonical(facts)}`),
        saw: decision.saw.streams,
        answers: decision.saw.answers.map(({ params, rows, ...asked }) => ({
          ...asked,
          params: canonical(params),
          rows: rows.map((row) => canonical(row)),
        })),
        evidence: decision.saw.evidence,
      },
    }),
  };
}

const HIDDEN = { personal: true };

/** A value as JSON text with every sealed particular hidden. */
const shownJson = (value: unknown): string | undefined =>
  value === undefined
    ? undefined
    : JSON.stringify(value, (_, it: unknown) =>
        typeof it === 'object' && it !== null && 'keyId' in it && 'ct' in it ? HIDDEN : it,
      );

function changesBetween(before: Record<string, unknown>, after: Record<string, unknown>): readonly HistoryChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .map((field) => ({ field, before: shownJson(before[field]), after: shownJson(after[field]) }))
    .filter((change) => change.before !== change.after)
    .map(({ field, ...values }) => ({
      field,
      ...(values.before !== undefined && { before: values.before }),
      ...(values.after !== undefined && { after: values.after }),
    }));
}
