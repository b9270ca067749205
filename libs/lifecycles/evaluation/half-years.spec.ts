import { describe, expect, it } from '@jest/globals';
import { inYear, isMaintained } from './half-years.js';

describe('Duy trì thường xuyên', () => {
  it('takes evidence from both half-years of the reporting year', () => {
    expect(isMaintained(['2026-06-14', '2026-06-15'], 2026, false)).toBe(true);
    expect(isMaintained(['2026-01-10', '2026-06-14'], 2026, false)).toBe(false);
    expect(isMaintained(['2026-06-15', '2026-12-14'], 2026, false)).toBe(false);
  });

  it('takes evidence from one half-year in the model’s first year', () => {
    expect(isMaintained(['2026-09-01'], 2026, true)).toBe(true);
    expect(isMaintained([], 2026, true)).toBe(false);
  });

  it('counts the reporting year from 15 December to 14 December', () => {
    expect(inYear(['2025-12-14', '2025-12-15', '2026-12-14', '2026-12-15'], 2026)).toEqual([
      '2025-12-15',
      '2026-12-14',
    ]);
  });
});
