import type { Language, Refusal, Text } from '#kernel';

/** A text in the reader's language. */
export const say = (text: Text, language: Language): string => text[language];

/** Vietnamese unless the client prefers English (`Accept-Language`). */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const weighted = (acceptLanguage ?? '').split(',').map((entry) => {
    const [tag = '', q] = entry.toLowerCase().replace(/\s/g, '').split(';q=');
    return { tag, weight: q === undefined ? 1 : Number(q) || 0 };
  });
  const weightOf = (language: Language): number =>
    Math.max(
      0,
      ...weighted.filter(({ tag }) => tag === language || tag.startsWith(`${language}-`)).map((it) => it.weight),
    );
  return weightOf('en') > weightOf('vi') ? 'en' : 'vi';
}

/** A fault that travels as a top-level GraphQL error with a stable code and a sentence: reads have no payload to carry it. */
export class RefusedRead extends Error {
  override readonly name = 'RefusedRead';
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}
