import { contentHash } from '#kernel';
import type { ModelPart } from './cast.js';
import { drawFrom } from './random.js';
import { modelRef } from './registrations.js';
import { Ref, type Scene } from './scene.js';
import { ACTIVITIES } from './words.js';
import { writer } from './writing.js';

const write = writer('ACTIVITIES', 'model');
const onRegistration = writer('ACTIVITIES', 'registration');

const DAYS = ['2026-08-24', '2026-09-16', '2026-10-14', '2026-11-11'];

const DOUBT = 'Qua giám sát, không thấy hoạt động nào từ khi bắt đầu; người dân không biết có mô hình.';
const GIVEN_UP = 'Tổ nòng cốt không còn người phụ trách; đơn vị không đủ điều kiện duy trì.';

/** What was done over the months, proved by files and pages; some models have nothing to show, or are given up. */
export function activityScenes(seed: string, begun: readonly ModelPart[]): readonly Scene[] {
  return begun.flatMap((part) => {
    if (part.outcome === 'NO_EVIDENCE')
      return [write('2026-10-28', 'mttq', 'RaiseMaintenanceDoubt', { id: modelRef(part) }, { reason: DOUBT })];
    if (part.outcome !== 'ABANDONED') return activitiesOf(seed, part);
    return [
      onRegistration(
        '2026-10-21',
        `head.${part.unit.key}`,
        'AbandonRegistration',
        { id: new Ref(`registration:${part.key}`) },
        { reason: GIVEN_UP },
      ),
    ];
  });
}

function activitiesOf(seed: string, part: ModelPart): readonly Scene[] {
  const draw = drawFrom(seed, 'activities', part.key);
  const { unit, name, key } = part;
  const days = DAYS.slice(0, draw.between(1, 3)).concat(part.outcome === 'EFFECTIVE' ? DAYS.slice(3) : []);
  return days.map((on, index) =>
    write(on, `clerk.${unit.key}`, 'RecordActivity', {
      id: modelRef(part),
      on,
      summary: ACTIVITIES[index % ACTIVITIES.length],
      measures: [{ name: 'Lượt người dân tham gia', value: draw.between(20, 400), unit: 'lượt' }],
      evidence: [
        { kind: 'FILE', title: `Biên bản, danh sách tham gia – ${name}`, hash: contentHash([seed, key, on]) },
        ...(draw.between(1, 3) === 1
          ? [
              {
                kind: 'LINK',
                title: 'Bài đăng trên trang thông tin của đơn vị',
                url: `https://dan-van-kheo.example/${unit.key}/${on}`,
              },
            ]
          : []),
      ],
    }),
  );
}
