import { contentHash } from '#kernel';

const SURNAMES = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Phan',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Trương',
  'Đoàn',
  'Cao',
  'Mai',
  'Hà',
];

/** Middle and given names that go together. */
const FORENAMES = [
  {
    middle: ['Thị', 'Ngọc', 'Thu', 'Diệu', 'Bích', 'Khánh', 'Mỹ', 'Hoài'],
    given: [
      'Lan',
      'Hương',
      'Nga',
      'Hạnh',
      'Mai',
      'Trang',
      'Yến',
      'Nhi',
      'Liên',
      'Vân',
      'Loan',
      'Oanh',
      'Phượng',
      'Tâm',
      'Thảo',
      'Hiền',
    ],
  },
  {
    middle: ['Văn', 'Đình', 'Hữu', 'Quang', 'Đức', 'Minh', 'Công', 'Viết', 'Bá', 'Xuân'],
    given: [
      'Hùng',
      'Dũng',
      'Nam',
      'Bình',
      'Long',
      'Sơn',
      'Hải',
      'Tuấn',
      'Thắng',
      'Phúc',
      'Khoa',
      'Lâm',
      'Quý',
      'Nhân',
      'Vinh',
      'Thịnh',
    ],
  },
] as const;

/**
 * An invented Vietnamese name. It follows from the key alone, so that a new persona changes nobody else's name.
 * @param key whose name
 */
export function inventedName(key: string): string {
  const digest = contentHash({ inventedName: key });
  const pick = <T>(list: readonly T[], at: number): T =>
    list[Number.parseInt(digest.slice(at * 8, at * 8 + 8), 16) % list.length] as T;
  const { middle, given } = pick(FORENAMES, 0);
  return `${pick(SURNAMES, 1)} ${pick<string>(middle, 2)} ${pick<string>(given, 3)}`;
}
