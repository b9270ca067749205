import { LEAD, type ModelPart } from './cast.js';
import { drawFrom } from './random.js';
import { modelRef } from './registrations.js';
import { Ref, Who, type Scene } from './scene.js';
import { scoresFor, type Verdict } from './scores.js';
import { campaignRef, officialsFor, unitRef, writer, YEAR } from './writing.js';

const write = writer('EVALUATIONS', 'evaluation');
const onModel = writer('EVALUATIONS', 'model');

type On = { readonly id: Ref };

type Judged = ModelPart & { readonly outcome: Verdict };
const isJudged = (part: ModelPart): part is Judged => part.outcome !== 'ABANDONED';

/** The evaluation of every model that has been kept on. Home Affairs' own is led by the Office of the People's Committee. */
export function evaluationScenes(seed: string, begun: readonly ModelPart[], replicated: ModelPart): readonly Scene[] {
  const judged = begun.filter(isJudged);
  return [
    ...judged.flatMap((part) => evaluationOf(seed, part)),
    ...judged.flatMap((part) => declarationOf(part, part === replicated)),
  ];
}

function evaluationOf(seed: string, part: Judged): readonly Scene[] {
  const { unit, key } = part;
  const { officer } = officialsFor(unit);
  const saves = `evaluation:${key}`;
  const id = { id: new Ref(saves) };
  const about = { campaign: campaignRef, unit: unitRef(unit.key), model: modelRef(part), year: YEAR };
  const statement = 'Đơn vị tự đánh giá theo sổ theo dõi, biên bản họp dân và kết quả khảo sát mức độ hài lòng.';
  const self = { ...id, points: scoresFor('EFFECTIVE', drawFrom(seed, 'self', key)), statement };
  return [
    write('2026-11-17', officer, 'PlanEvaluation', about, { saves }),
    write('2026-11-24', `head.${unit.key}`, 'SubmitSelfEvaluation', self),
    ...panelOf(part, id),
    write('2026-12-03', officer, 'OpenPanel', id),
    ...visitOf(part, officer, id),
    ...scoring(seed, part, id, 1, '2026-12-08', part.objects ? 'LOW_SCORE' : part.outcome),
    ...conclusion(seed, part, id),
  ];
}

/** One member steps aside, and somebody from yet another unit takes the seat. */
function panelOf({ unit, panel, standIn }: ModelPart, id: On): readonly Scene[] {
  const { leader } = officialsFor(unit);
  const members = panel.map((sub, seat) => ({ subject: new Who(sub), lead: seat === 0 }));
  const appointed = write('2026-12-01', leader, 'AppointPanel', { ...id, members });
  const leaving = panel[2];
  if (standIn === undefined || leaving === undefined) return [appointed];
  return [
    appointed,
    write('2026-12-02', leaving, 'DeclareRecusal', id, { reason: 'Từng hướng dẫn đơn vị xây dựng mô hình này.' }),
    write(
      '2026-12-02',
      leader,
      'ReplacePanelist',
      { ...id, subject: new Who(leaving), by: new Who(standIn) },
      { reason: 'Thay thành viên đã xin không tham gia.' },
    ),
  ];
}

function visitOf({ outcome, unit, subUnit }: ModelPart, officer: string, id: On): readonly Scene[] {
  if (outcome === 'EFFECTIVE') return [];
  const findings = 'Có sổ theo dõi nhưng ghi chép chưa đều; người dân cho biết hoạt động thưa dần từ tháng 10.';
  return [
    write('2026-12-04', officer, 'RecordSiteVisit', {
      ...id,
      on: '2026-12-04',
      place: `${subUnit}, ${unit.name}`,
      findings,
    }),
  ];
}

const judges = ({ panel, standIn }: ModelPart): readonly string[] =>
  standIn === undefined ? panel : [...panel.slice(0, 2), standIn];

function scoring(
  seed: string,
  part: ModelPart,
  id: On,
  round: number,
  day: string,
  outcome: Verdict,
): readonly Scene[] {
  const comment =
    outcome === 'EFFECTIVE'
      ? 'Cách làm thiết thực, người dân tham gia đều, minh chứng rõ.'
      : 'Ý tưởng phù hợp; kết quả và việc duy trì chưa chứng minh được.';
  return judges(part).map((sub) =>
    write(day, sub, 'SubmitScore', {
      ...id,
      points: scoresFor(outcome, drawFrom(seed, 'score', part.key, round, sub)),
      comment,
    }),
  );
}

/** The result; where the unit objects with success, it is scored and concluded anew. */
function conclusion(seed: string, part: Judged, id: On): readonly Scene[] {
  const { officer, leader, secondLeader } = officialsFor(part.unit);
  const adjustment = { subject: new Who(part.panel[0] ?? ''), criterion: 'evidence', points: 5 };
  const moderated = write(
    '2026-12-14',
    officer,
    'ModerateScores',
    { ...id, adjustments: [adjustment] },
    { reason: 'Thành viên chấm trước khi đơn vị bổ sung minh chứng gốc.' },
  );
  const concluded = [...(part.moderated ? [moderated] : []), write('2026-12-15', leader, 'ConcludeEvaluation', id)];
  if (!part.objects) return concluded;
  return [
    ...concluded,
    write('2026-12-18', `head.${part.unit.key}`, 'LodgeObjection', id, {
      reason: 'Tổ thẩm định chưa xem số liệu khảo sát tháng 11 đã gửi kèm hồ sơ.',
    }),
    write('2026-12-22', secondLeader, 'UpholdObjection', id, {
      reason: 'Số liệu khảo sát có trong hồ sơ nhưng chưa được xem khi chấm.',
    }),
    write('2026-12-23', officer, 'OpenPanel', id),
    ...scoring(seed, part, id, 2, '2026-12-28', part.outcome),
    write('2026-12-30', leader, 'ConcludeEvaluation', id),
  ];
}

/** Home Affairs declares what the evaluation showed: for those without evidence, and for the one that others take over. */
function declarationOf(part: ModelPart, replicated: boolean): readonly Scene[] {
  const { leader } = officialsFor(part.unit);
  const about = { id: modelRef(part), year: YEAR };
  if (part.outcome === 'NO_EVIDENCE')
    return [
      onModel('2026-12-31', leader, 'DeclareNotMaintained', about, {
        reason: 'Cả năm không có hoạt động nào có minh chứng.',
      }),
    ];
  return replicated && part.unit !== LEAD ? [onModel('2026-12-31', leader, 'DeclareMaintained', about)] : [];
}
