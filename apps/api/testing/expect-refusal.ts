import { expect } from '@jest/globals';
import { newCommandId, type Answer, type Client, type ShownError, type TopError } from './client.js';
import type { RunningService } from './running-service.js';

/** What a refusal is to say. */
export interface Expected {
  readonly code: string;
  readonly path?: readonly string[];
  readonly typename?: string;
}

/** Letters that only Vietnamese has among the languages of the service. */
const VIETNAMESE = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;

/** A sentence for people, in Vietnamese. */
export function expectVietnamese(sentence: string): void {
  expect(sentence).toMatch(VIETNAMESE);
  expect(sentence).toBe(sentence.normalize('NFC'));
  expect(sentence.length).toBeGreaterThan(12);
}

/** A sentence for people, in English. */
export function expectEnglish(sentence: string): void {
  expect(sentence).toMatch(/^[A-Z“].{12,}/s);
  expect(sentence).toMatch(/\b(the|is|are|not|no|please|you|only|this|somebody|nobody|one|must)\b/i);
}

/** Sent in both languages, a command is refused alike, and the log stays as it was. */
export async function expectRefused(
  kheo: RunningService,
  by: Client,
  mutation: string,
  input: object,
  expected: Expected,
): Promise<void> {
  const before = await kheo.head();
  const whole = { commandId: newCommandId(), ...input };
  const [vi] = (await by.mutate(mutation, whole, { language: 'vi' })).userErrors;
  const [en] = (await by.mutate(mutation, whole, { language: 'en' })).userErrors;
  expectSame(vi, en, expected);
  if (expected.typename) expect(vi?.__typename).toBe(expected.typename);
  expect(await kheo.head()).toBe(before);
}

/** The same for a request that never becomes a command. */
export async function expectRequestRefused(
  kheo: RunningService,
  send: (language: 'vi' | 'en') => Promise<Answer>,
  expected: Expected & { readonly status: number },
): Promise<TopError> {
  const before = await kheo.head();
  const answers = [await send('vi'), await send('en')];
  for (const { status, errors, data, text } of answers) {
    expect({ status, text }).toMatchObject({ status: expected.status });
    expect(Object.values(data ?? {}).every((it) => it === null)).toBe(true);
    for (const error of errors ?? []) expect(error.extensions.code).toBe(error.extensions.userErrors[0]?.code);
  }
  const [vi, en] = answers.map((answer) => answer.errors?.[0]);
  expectSame(vi?.extensions.userErrors[0], en?.extensions.userErrors[0], expected);
  expect(vi?.message).toBe(vi?.extensions.userErrors[0]?.message);
  expect(await kheo.head()).toBe(before);
  if (!vi) throw new Error('no error');
  return vi;
}

type Worded = Omit<ShownError, '__typename'>;

function expectSame(vi: Worded | undefined, en: Worded | undefined, { code, path }: Expected): void {
  expect({ code: vi?.code, path: vi?.path }).toEqual({ code, path: path ?? [] });
  expect({ code: en?.code, path: en?.path }).toEqual({ code, path: path ?? [] });
  expectVietnamese(vi?.message ?? '');
  expectEnglish(en?.message ?? '');
}
