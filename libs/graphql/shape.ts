import { derivedId, personal, personRef, prose, type Refusal } from '#kernel';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import type { ShownAs } from './fields.js';
import { markedIn, type PersonInput } from './particular-fields.js';
import { edgeRefusals } from './refusals.js';

/**
 * Brings raw input into shape: texts normalised, ids made bare, every mistake found.
 * @returns the instance and the refusals, each with its path below `path`
 */
export async function shape<T extends object>(
  type: new () => T,
  raw: unknown,
  path: readonly string[] = ['input'],
): Promise<{ value: T; refusals: readonly Refusal[] }> {
  const value = plainToInstance(type, withoutNulls(raw), { exposeDefaultValues: false });
  const errors = await validate(value, {
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
    forbidUnknownValues: false,
  });
  return { value, refusals: errors.flatMap((error) => refusalsOf(error, path)) };
}

/** GraphQL gives null where a client leaves a field empty; a command leaves it out. */
function withoutNulls(raw: unknown): unknown {
  if (Array.isArray(raw)) return raw.map(withoutNulls);
  if (typeof raw !== 'object' || raw === null) return raw;
  return Object.fromEntries(
    Object.entries(raw)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [key, withoutNulls(value)]),
  );
}

function refusalsOf(error: ValidationError, path: readonly string[]): readonly Refusal[] {
  const here = [...path, error.property];
  const own = Object.keys(error.constraints ?? {}).map((name) => refusalFor(error, name, here));
  return [...own, ...(error.children ?? []).flatMap((child) => refusalsOf(child, here))];
}

function refusalFor(error: ValidationError, constraint: string, path: readonly string[]): Refusal {
  const shownAs = (error.contexts as Record<string, ShownAs | undefined> | undefined)?.[constraint];
  const facts = { field: error.property, ...shownAs?.facts };
  return (shownAs?.kind ?? edgeRefusals.inputInvalid)(facts, path);
}

/** The plain payload of an input, with names of persons and prose about them marked as particulars. */
export function payloadOf(input: object, commandId: string, path = ''): Record<string, unknown> {
  const { persons, known, prose: proses } = markedIn(input);
  const entries = Object.entries(input).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    entries.map(([key, value]) => {
      if (persons.has(key))
        return [key, personOf(value as PersonInput, derivedId('person', commandId, `${path}${key}`))];
      if (known.has(key)) return [key, personRef(value as string)];
      if (proses.has(key)) return [key, prose(value as string)];
      return [key, plain(value, commandId, `${path}${key}.`)];
    }),
  );
}

/** A name and its position are sealed together: neither holds a line break. */
const personOf = ({ id, name = '', position = '' }: PersonInput, fresh: string): object =>
  id === undefined ? personal(fresh, `${name}\n${position}`) : personRef(id);

function plain(value: unknown, commandId: string, path: string): unknown {
  if (Array.isArray(value)) return value.map((item, index) => plain(item, commandId, `${path}${index}.`));
  return typeof value === 'object' && value !== null ? payloadOf(value, commandId, path) : value;
}
