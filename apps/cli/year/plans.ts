import { LEAD, type UnitPart } from './cast.js';
import { Ref, type Scene } from './scene.js';
import { drawFrom, type Draw } from './random.js';
import { personOf, campaignRef, officialsFor, unitRef, writer, YEAR } from './writing.js';
import { MODEL_NAMES, paperOf, PROGRAMMES } from './words.js';

const write = writer('PLANS', 'plan');

/** The days of a plan: three waves in time, and one after the thirty days that the first year allows. */
const WAVES = [
  { drafted: '2026-07-02', sent: '2026-07-07' },
  { drafted: '2026-07-06', sent: '2026-07-10' },
  { drafted: '2026-07-08', sent: '2026-07-14' },
];
const LATE = { drafted: '2026-07-30', sent: '2026-08-05' };
const AFTER = { received: '2026-07-15', returned: '2026-07-16', again: '2026-07-20', accepted: '2026-07-22' };
const LATE_AFTER = { ...AFTER, received: '2026-08-06', accepted: '2026-08-07' };

const RETURNS = [
  'Phân công nhiệm vụ chưa nêu thời hạn hoàn thành; đề nghị bổ sung.',
  'Chưa nêu cách theo dõi, đánh giá mô hình; đề nghị bổ sung mục này.',
  'Nhiệm vụ chuyển đổi số trùng với kế hoạch năm trước; đề nghị rà soát.',
];

/** The plans of every unit that makes one. */
export function planScenes(seed: string, units: readonly UnitPart[]): readonly Scene[] {
  return units.flatMap((part, index) =>
    part.fate === 'NEVER' ? [] : planOf(part, index, drawFrom(seed, 'plan', part.unit.key)),
  );
}

function planOf(part: UnitPart, index: number, draw: Draw): readonly Scene[] {
  const { unit, fate } = part;
  const { drafted, sent } = fate === 'LATE' ? LATE : (WAVES[index % WAVES.length] ?? LATE);
  const after = fate === 'LATE' ? LATE_AFTER : AFTER;
  const { officer, leader } = officialsFor(unit);
  const saves = `plan:${unit.key}`;
  const id = { id: new Ref(saves) };
  const content = contentOf(part, draw, YEAR);
  const issue = (day: string): Scene => write(day, `head.${unit.key}`, 'IssuePlan', id, { paper: paperOf(unit, 'KH') });
  const submit = (day: string): Scene => write(day, `clerk.${unit.key}`, 'SubmitPlan', id);
  const again = [
    write(after.returned, officer, 'ReturnPlan', id, { reason: draw.oneOf(RETURNS) }),
    write(after.again, `clerk.${unit.key}`, 'RevisePlan', {
      ...id,
      content: { ...content, tasks: [...content.tasks, LAST_TASK] },
    }),
    issue(after.again),
    submit(after.again),
    write(after.accepted, officer, 'ReceivePlan', id),
  ];
  return [
    write(
      drafted,
      `clerk.${unit.key}`,
      'DraftPlan',
      { campaign: campaignRef, unit: unitRef(unit.key), year: YEAR, content },
      { saves },
    ),
    issue(sent),
    submit(sent),
    write(after.received, officer, 'ReceivePlan', id),
    ...(fate === 'RETURNED' ? again : []),
    write(after.accepted, leader, 'AcceptPlan', id),
  ];
}

const LAST_TASK = { title: 'Báo cáo kết quả, đề xuất mô hình tiêu biểu', due: '2026-12-10' };

function contentOf({ unit, integrated }: UnitPart, draw: Draw, year: number) {
  const host = {
    document: { issuer: unit.name, type: 'CTr', number: `${draw.between(3, 40)}/CTr`, year, signedOn: `${year}-03-10` },
    section: 'Mục III, Công tác dân vận',
  };
  return {
    title: `Kế hoạch thực hiện phong trào thi đua “Dân vận khéo” năm ${year} của ${unit.name}`,
    mode: integrated ? 'INTEGRATED' : 'STANDALONE',
    ...(integrated && { host }),
    fields: draw.shuffled(Object.keys(MODEL_NAMES)).slice(0, draw.between(2, 4)),
    responsible: personOf(`head.${unit.key}`),
    coordination: [unitRef('UBMTTQ')],
    programmes: PROGRAMMES,
    tasks: [
      { title: 'Phổ biến, quán triệt phong trào đến cán bộ và Nhân dân', due: `${year}-08-15` },
      { title: 'Đăng ký và triển khai mô hình “Dân vận khéo”', due: `${year}-11-30` },
    ],
  };
}

const FOR_NEXT_YEAR = 4;

/** Plans of the year after, sent at the very end: something waits for the officer, and one plan for the leader. */
export function nextPlanScenes(seed: string, units: readonly UnitPart[]): readonly Scene[] {
  const year = YEAR + 1;
  return units
    .filter(({ unit, fate }) => fate === 'STRAIGHT' && unit !== LEAD)
    .slice(0, FOR_NEXT_YEAR)
    .flatMap((part, index) => {
      const { unit } = part;
      const saves = `plan:${unit.key}:${year}`;
      const id = { id: new Ref(saves) };
      const content = contentOf({ unit, fate: part.fate, integrated: false }, drawFrom(seed, 'next', unit.key), year);
      return [
        write(
          '2027-06-24',
          `clerk.${unit.key}`,
          'DraftPlan',
          { campaign: campaignRef, unit: unitRef(unit.key), year, content },
          { saves },
        ),
        write('2027-06-28', `head.${unit.key}`, 'IssuePlan', id, { paper: paperOf(unit, 'KH') }),
        write('2027-06-28', `clerk.${unit.key}`, 'SubmitPlan', id),
        ...(index === 0 ? [write('2027-06-30', 'snv.officer', 'ReceivePlan', id)] : []),
      ];
    });
}
