import { GraphQLScalarType } from 'graphql';

const textual = (name: string, description: string): GraphQLScalarType<string, string> =>
  new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => String(value),
    parseValue: (value) => asText(name, value),
    parseLiteral: (node) => asText(name, 'value' in node ? node.value : undefined),
  });

function asText(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw new TypeError(`${name} phải là chuỗi ký tự.`);
}

/** An instant, RFC 3339; its exact form is checked with the command, so that a mistake gets a sentence. */
export const Instant = textual('Instant', 'Thời điểm theo RFC 3339, ví dụ 2026-09-01T08:00:00+07:00. (An instant.)');

/** A civil date in Viet Nam. */
export const LocalDate = textual('LocalDate', 'Ngày theo dạng YYYY-MM-DD, giờ Việt Nam. (A civil date.)');

/** A place in the log. */
export const LogPosition = textual(
  'LogPosition',
  'Vị trí trong nhật ký sự kiện; dùng làm minPosition để đọc được điều vừa ghi. (A position in the log.)',
);
