import type { Condition } from '#views';
import { InputType } from '@nestjs/graphql';
import { DateField, LineField } from './fields.js';
import { startOf } from '#calendar';

/** Conditions that every list knows. Lists of a lifecycle extend it with fields named like its view's columns. */
@InputType({ isAbstract: true })
export abstract class Where {
  @LineField('Tìm theo chữ, không phân biệt dấu và hoa thường. (Search, diacritics ignored.)', {
    max: 100,
    optional: true,
  })
  readonly search?: string;
  @DateField('Bước đang chờ có hạn trước ngày này. (Awaited step due before this day.)', { optional: true })
  readonly dueBefore?: string;
}

/** A shaped `where` as conditions on columns: lists mean any of them. */
export function conditionsOf(where: Where | undefined): readonly Condition[] {
  const entries = Object.entries(where ?? {}) as [string, unknown][];
  return entries
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([column, value]) => conditionOf(column, value));
}

function conditionOf(column: string, value: unknown): Condition {
  if (column === 'search') return { column, op: 'contains', value: String(value) };
  if (column === 'dueBefore') return { column: 'dueAt', op: 'lt', value: startOf(String(value)) };
  if (Array.isArray(value)) return { column, op: 'in', value: value as (string | number)[] };
  return { column, op: 'eq', value: typeof value === 'boolean' ? Number(value) : (value as string | number) };
}
