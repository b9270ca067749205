import type { ModelPart } from './cast.js';
import { modelRef } from './registrations.js';
import { Ref, type Scene } from './scene.js';
import type { RosterUnit } from '#seed';
import { cityPaper, formOf, homeAffairsPaper } from './words.js';
import { campaignRef, personOf, unitRef, writer, YEAR } from './writing.js';

const write = writer('REPLICATION', 'replication');
const onModel = writer('REPLICATION', 'model');
const onRegistration = writer('REPLICATION', 'registration');
const onCampaign = writer('REPLICATION', 'campaign');

const id = { id: new Ref('replication') };
const NEXT = YEAR + 1;

/** A proven model is taken over: decided by the city, accepted by most, run by each as a model of its own, confirmed by figures. */
export function replicationScenes(source: ModelPart, invited: readonly RosterUnit[]): readonly Scene[] {
  const units = { units: invited.map((unit) => unitRef(unit.key)) };
  const adopters = invited.slice(0, -1);
  const decliners = invited.slice(-1);
  const decline = { reason: 'Đơn vị đang dồn người cho việc khắc phục hậu quả lũ; xin tiếp nhận vào năm sau.' };
  return [
    write(
      '2027-01-11',
      'snv.officer',
      'ProposeReplication',
      { campaign: campaignRef, model: modelRef(source), unit: unitRef(source.unit.key), year: YEAR },
      { saves: 'replication' },
    ),
    onCampaign('2027-01-11', 'snv.leader', 'OpenCycle', { id: campaignRef, year: NEXT }),
    write(
      '2027-01-20',
      'ubnd.vice',
      'DecideReplication',
      { ...id, scope: 'SELECTED', mandatory: false, ...units },
      { paper: { ...cityPaper('QĐ'), capacity: 'KT' } },
    ),
    write(
      '2027-01-25',
      'snv.leader',
      'PublishReplicationGuide',
      { ...id, guide: GUIDE },
      { paper: homeAffairsPaper('HD') },
    ),
    write('2027-01-26', 'snv.officer', 'InviteUnits', { ...id, ...units }),
    ...adopters.map((unit) =>
      write('2027-02-05', `head.${unit.key}`, 'AcceptAdoption', { ...id, unit: unitRef(unit.key) }),
    ),
    ...decliners.map((unit) =>
      write('2027-02-08', `head.${unit.key}`, 'DeclineAdoption', { ...id, unit: unitRef(unit.key) }, decline),
    ),
    ...adopters.flatMap((unit, index) => adoption(source, unit, index)),
    write('2027-06-30', 'snv.leader', 'CloseReplication', id),
  ];
}

const GUIDE =
  'Bước 1: khảo sát, họp dân. Bước 2: thành lập tổ nòng cốt. Bước 3: làm thử một tháng. Bước 4: công khai số liệu trước và sau, duy trì hằng tuần.';

function adoption(source: ModelPart, unit: RosterUnit, index: number): readonly Scene[] {
  const [model, registration] = [`adopted:${unit.key}`, `adoption:${unit.key}`];
  const own = { ...id, unit: unitRef(unit.key) };
  const home = { campaign: campaignRef, unit: unitRef(unit.key) };
  const form = formOf(source.name, unit.name);
  const born = {
    ...home,
    field: source.field,
    ...(source.template && { template: source.template }),
    name: source.name,
    kind: 'MODEL',
    joint: [],
    form,
    derivedFrom: modelRef(source),
  };
  const registered = { ...home, model: new Ref(model), year: NEXT, responsible: personOf(`clerk.${unit.key}`) };
  const measures = [{ name: 'Số hộ tham gia', before: 12 + index, after: 96 + 7 * index, unit: 'hộ' }];
  return [
    onModel('2027-02-12', `clerk.${unit.key}`, 'ProposeModel', born, { saves: model }),
    onRegistration('2027-02-12', `clerk.${unit.key}`, 'RegisterModel', registered, { saves: registration }),
    onRegistration('2027-02-12', `head.${unit.key}`, 'SubmitRegistration', { id: new Ref(registration) }),
    onRegistration('2027-02-17', 'snv.officer', 'ReceiveRegistration', { id: new Ref(registration) }),
    onRegistration('2027-02-19', 'snv.leader', 'AcceptRegistration', { id: new Ref(registration) }),
    onModel('2027-02-22', `head.${unit.key}`, 'StartImplementation', { id: new Ref(model) }),
    write('2027-02-22', `head.${unit.key}`, 'StartAdoption', { ...own, model: new Ref(model) }),
    write('2027-05-20', `clerk.${unit.key}`, 'MeasureAdoption', { ...own, measures, on: '2027-05-20' }),
    write('2027-06-10', 'snv.officer', 'ConfirmAdoption', own),
  ];
}
