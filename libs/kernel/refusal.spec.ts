import { describe, expect, it } from '@jest/globals';
import { defineRefusal, isRefusal, refusalCatalogue, text } from './index.js';

const kind = defineRefusal(
  'SPEC_SAMPLE',
  'Hồ sơ “{state}” của {unit}: {list}.',
  'The dossier “{state}” of {unit}: {list}.',
);

describe('a refusal', () => {
  it('names its facts, each text in the sentence’s own language', () => {
    const { message } = kind({ state: { vi: 'Đã gửi', en: 'Sent' }, unit: 7, list: [{ vi: 'một', en: 'one' }, 'x'] });
    expect(message).toEqual({ vi: 'Hồ sơ “Đã gửi” của 7: một, x.', en: 'The dossier “Sent” of 7: one, x.' });
  });

  it('shows a dash for what is not known', () =>
    expect(kind({ unit: null }).message.en).toBe('The dossier “—” of —: —.'));

  it('does not read braces inside facts', () =>
    expect(kind({ state: '{unit}', unit: 'u', list: [] }).message.en).toBe('The dossier “{unit}” of u: .'));

  it('keeps code, facts and path for programs', () => {
    expect(kind({ unit: 1 }, ['input', 'unit'])).toMatchObject({
      refused: true,
      code: 'SPEC_SAMPLE',
      facts: { unit: 1 },
      path: ['input', 'unit'],
    });
    expect(kind()).not.toHaveProperty('path');
  });

  it('is told from what is none', () => {
    expect(isRefusal(kind())).toBe(true);
    expect([undefined, null, 'x', {}, { refused: false }].some(isRefusal)).toBe(false);
  });
});

describe('the catalogue', () => {
  it('has every code once', () => {
    expect(() => defineRefusal('SPEC_SAMPLE', 'a', 'b')).toThrow('SPEC_SAMPLE is declared twice');
    const codes = refusalCatalogue().map((it) => it.code);
    expect(codes).toEqual([...new Set(codes)].sort((a, b) => a.localeCompare(b)));
    expect(codes).toContain('NOT_COMPETENT');
  });

  it('keeps the templates, for the reference', () =>
    expect(kind.template).toEqual(
      text('Hồ sơ “{state}” của {unit}: {list}.', 'The dossier “{state}” of {unit}: {list}.'),
    ));
});
