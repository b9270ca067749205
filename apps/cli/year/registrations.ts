import type { ModelPart } from './cast.js';
import { Ref, type Scene } from './scene.js';
import { personOf, campaignRef, officialsFor, unitRef, writer, YEAR } from './writing.js';
import { formOf } from './words.js';

const onModel = writer('REGISTRATIONS', 'model');
const onRegistration = writer('REGISTRATIONS', 'registration');

interface Days {
  readonly proposed: string;
  readonly sent: string;
  readonly received: string;
  readonly decided: string;
  readonly started: string;
}
const IN_TIME: Days = {
  proposed: '2026-07-23',
  sent: '2026-07-28',
  received: '2026-07-30',
  decided: '2026-08-10',
  started: '2026-08-14',
};
const LATE: Days = { ...IN_TIME, proposed: '2026-07-29', sent: '2026-08-04', received: '2026-08-06' };
/** The copy comes after the one it repeats. */
const COPY: Days = { ...IN_TIME, proposed: '2026-07-24', sent: '2026-07-29' };

export const modelRef = ({ key }: ModelPart): Ref => new Ref(`model:${key}`);

/** From the idea to the start of every model; some are sent back, merged or not accepted on the way. */
export const registrationScenes = (models: readonly ModelPart[]): readonly Scene[] => models.flatMap(registrationOf);

function registrationOf(part: ModelPart): readonly Scene[] {
  const { unit, fate } = part;
  const days = fate === 'LATE' ? LATE : fate === 'MERGED' ? COPY : IN_TIME;
  const { officer } = officialsFor(unit);
  const id = { id: new Ref(`registration:${part.key}`) };
  return [
    ...proposal(part, days),
    onRegistration(days.sent, `head.${unit.key}`, 'SubmitRegistration', id),
    onRegistration(days.received, officer, 'ReceiveRegistration', id),
    ...(fate === 'RETURNED' ? sentBack(part, officer, id) : []),
    ...outcome(part, days, id),
  ];
}

function proposal(part: ModelPart, days: Days): readonly Scene[] {
  const { key, unit, name, kind, field, template, subUnit } = part;
  const home = { campaign: campaignRef, unit: unitRef(unit.key) };
  const idea = {
    ...home,
    field,
    ...(template && { template }),
    name,
    kind,
    subUnit,
    joint: [],
    form: formOf(name, `${subUnit}, ${unit.name}`),
  };
  const registered = { ...home, model: modelRef(part), year: YEAR, responsible: personOf(`clerk.${unit.key}`) };
  return [
    onModel(days.proposed, `clerk.${unit.key}`, 'ProposeModel', idea, { saves: `model:${key}` }),
    onRegistration(days.sent, `clerk.${unit.key}`, 'RegisterModel', registered, { saves: `registration:${key}` }),
  ];
}

type On = { readonly id: Ref };

/** The clerk completes the model and the head sends the registration once more. */
function sentBack(part: ModelPart, officer: string, id: On): readonly Scene[] {
  const { unit } = part;
  const details = {
    form: { outputs: 'Sổ theo dõi từng hộ, biên bản họp dân hằng tháng, số liệu trước và sau khi thực hiện.' },
  };
  return [
    onRegistration('2026-07-31', officer, 'ReturnRegistration', id, {
      reason: 'Sản phẩm, kết quả chưa kiểm chứng được; đề nghị nêu số liệu cụ thể.',
    }),
    onModel('2026-08-03', `clerk.${unit.key}`, 'ReviseModelDetails', { id: modelRef(part), details }),
    onRegistration('2026-08-03', `head.${unit.key}`, 'SubmitRegistration', id),
    onRegistration('2026-08-06', officer, 'ReceiveRegistration', id),
  ];
}

/** Accepted and begun, or merged, or not accepted. The same template in the same place was suspected on arrival. */
function outcome(part: ModelPart, { decided, started }: Days, id: On): readonly Scene[] {
  const { leader } = officialsFor(part.unit);
  switch (part.fate) {
    case 'MERGED':
      return [
        onRegistration(
          decided,
          leader,
          'ResolveDuplicate',
          { ...id, outcome: 'CONFIRMED' },
          { reason: 'Cùng mô hình mẫu, cùng địa bàn, cùng người thực hiện: giữ bản đăng ký gửi trước.' },
        ),
      ];
    case 'REJECTED':
      return [
        onRegistration(decided, leader, 'RejectRegistration', id, {
          reason: 'Chỉ là hoạt động tuyên truyền một lần, chưa phải mô hình, cách làm với người dân.',
        }),
      ];
    case 'CANCELLED':
      return [
        onRegistration(decided, leader, 'AcceptRegistration', id),
        onRegistration(started, `head.${part.unit.key}`, 'CancelRegistration', id, {
          reason: 'Địa điểm được dùng để sửa chữa nhà sinh hoạt cộng đồng; đơn vị dồn sức cho mô hình kia.',
        }),
      ];
    case 'ON_TIME':
    case 'LATE':
    case 'RETURNED':
      return [
        onRegistration(decided, leader, 'AcceptRegistration', id),
        onModel(started, `head.${part.unit.key}`, 'StartImplementation', { id: modelRef(part) }),
      ];
    default:
      return part.fate satisfies never;
  }
}
