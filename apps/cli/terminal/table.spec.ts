import { describe, expect, it } from '@jest/globals';
import { table } from './table.js';

const COLUMNS = [
  { title: 'Việc', most: 12 },
  { title: 'Số', most: 4 },
];

describe('A table', () => {
  it('stands under its headings, as wide as it needs to be', () => {
    expect(
      table(COLUMNS, [
        ['Gửi', '1'],
        ['Trả lại', '23'],
      ]),
    ).toBe(['Việc     Số', '───────  ──', 'Gửi      1', 'Trả lại  23'].join('\n'));
  });

  it('breaks long cells between words, and words that are too long anywhere', () => {
    expect(table(COLUMNS, [['Tiếp nhận hồ sơ', '123456']])).toBe(
      ['Việc          Số', '────────────  ────', 'Tiếp nhận hồ  1234', 'sơ            56'].join('\n'),
    );
  });

  it('counts a letter with its marks as one, however it is written', () => {
    expect(table(COLUMNS, [['đã'.normalize('NFD'), '1']])).toContain('đã    1');
  });
});
