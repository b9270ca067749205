import type { ModelPart } from './cast.js';
import { drawFrom } from './random.js';
import { modelRef } from './registrations.js';
import { Ref, Who, type Scene } from './scene.js';
import { cityPaper, councilPaper, homeAffairsPaper, paperOf } from './words.js';
import { campaignRef, unitRef, writer, YEAR } from './writing.js';

const write = writer('COMMENDATIONS', 'commendation');
const onSubject = writer('COMMENDATIONS', 'subject');
const onExemplar = writer('COMMENDATIONS', 'exemplar');
const onCollective = writer('COMMENDATIONS', 'collective');
const onRecipient = writer('COMMENDATIONS', 'heldRecipient');

/** The dossier whose history is shown at the end. */
export const CITY_DOSSIER = 'dossier:city';
const UNIT_DOSSIER = 'dossier:unit';
const ITEMS = 'items { item recipient { personName { id } } }';

const item = (dossier: string, at: number): Ref => new Ref(dossier, ['items', at, 'item']);

/** An exemplar is recognised; one dossier goes to the city, item by item; one head of unit decides on a Giấy khen himself. */
export const commendationScenes = (seed: string, commended: ModelPart, praised: ModelPart): readonly Scene[] => [
  ...collectives(commended),
  exemplar(commended, modelRef(commended)),
  ...cityDossier(seed, commended),
  ...unitDossier(seed, praised),
];

/** The collectives that a model's unit proposes, under their keys among what is saved. */
const COLLECTIVES = { people: 'collective:people', front: 'collective:front' } as const;
type CollectiveKey = keyof typeof COLLECTIVES;
const collectiveRef = (key: CollectiveKey): object => ({ registered: new Ref(COLLECTIVES[key]) });

/** Whoever is no unit of the roster is registered before it is proposed. */
function collectives({ unit, subUnit }: ModelPart): readonly Scene[] {
  const names = { people: `Nhân dân và cán bộ ${subUnit}`, front: `Ban Công tác Mặt trận ${subUnit}` };
  return (Object.keys(COLLECTIVES) as CollectiveKey[]).map((key) =>
    onCollective(
      '2027-01-04',
      `clerk.${unit.key}`,
      'RegisterCollective',
      { unit: unitRef(unit.key), name: names[key] },
      { saves: COLLECTIVES[key] },
    ),
  );
}

const SURNAMES = ['Nguyễn', 'Trần', 'Lê', 'Hồ', 'Phan', 'Đặng', 'Tôn Nữ'];
const FORENAMES = ['Thị Thanh', 'Văn Phước', 'Thị Diệu', 'Đình Hòa', 'Thị Lan Anh', 'Quang Vinh'];

type Draft = Readonly<Record<string, unknown>>;

function drafts(
  seed: string,
  part: ModelPart,
  form: string,
): { readonly collective: (key: CollectiveKey) => Draft; readonly person: (kind?: string) => Draft } {
  const draw = drawFrom(seed, 'recipients', part.key);
  const base = { form, model: modelRef(part) };
  const achievement = `Có nhiều đóng góp trong mô hình “${part.name}” năm ${YEAR}.`;
  return {
    collective: (key) => ({
      ...base,
      achievement: `Tổ chức thực hiện mô hình “${part.name}” đều đặn, hiệu quả.`,
      recipient: { kind: 'COLLECTIVE', collective: collectiveRef(key) },
    }),
    person: (kind = 'INDIVIDUAL') => ({
      ...base,
      achievement,
      recipient: {
        kind,
        person: {
          name: `${draw.oneOf(SURNAMES)} ${draw.oneOf(FORENAMES)}`,
          position: kind === 'HOUSEHOLD' ? 'Chủ hộ' : 'Tổ viên nòng cốt',
        },
      },
    }),
  };
}

const REFUSED = 4;
const REFUSAL = 'Cá nhân đã được khen về thành tích này trong năm; chưa đủ thành tích mới để tặng Bằng khen.';
const CHECKS = ['Mô hình được kết luận hiệu quả', 'Thành tích chưa được khen', 'Không đang bị xem xét kỷ luật'].map(
  (requirement) => ({ requirement, met: true }),
);

/** Two collectives, a household and three persons; sent back once, then decided item by item: one is refused. */
function cityDossier(seed: string, part: ModelPart): readonly Scene[] {
  const { unit } = part;
  const { collective, person } = drafts(seed, part, 'CERTIFICATE_OF_MERIT');
  const front = collective('front');
  const items = [collective('people'), front, person('HOUSEHOLD'), person(), person(), person()];
  const id = { id: new Ref(CITY_DOSSIER) };
  const all = items.map((_, at) => item(CITY_DOSSIER, at));
  const revised = {
    ...front,
    item: all[1],
    achievement: `Vận động 100% hộ tham gia mô hình “${part.name}”, có sổ theo dõi từng tháng.`,
  };
  return [
    write(
      '2027-01-05',
      `clerk.${unit.key}`,
      'PrepareDossier',
      { campaign: campaignRef, unit: unitRef(unit.key), year: YEAR, items },
      { saves: CITY_DOSSIER, select: ITEMS },
    ),
    write('2027-01-07', `head.${unit.key}`, 'SubmitDossier', id, { paper: paperOf(unit, 'TTr') }),
    write('2027-01-08', 'snv.officer', 'ReturnDossier', id, {
      reason: 'Thành tích của Ban Công tác Mặt trận chưa có số liệu; đề nghị bổ sung.',
    }),
    write('2027-01-11', `clerk.${unit.key}`, 'ReviseDossier', { ...id, items: [revised], removed: [] }),
    write('2027-01-12', `head.${unit.key}`, 'ResubmitDossier', id, { paper: paperOf(unit, 'TTr') }),
    ...appraisal(id, all),
    ...hold(),
    ...decision(part, id, all),
  ];
}

const HELD_ITEM = 3;
const HOLD = 'hold:press';

/** The inspectorate holds one person while what a paper wrote is looked into, and releases the hold before the decision. */
function hold(): readonly Scene[] {
  const paper = { issuer: 'Thanh tra thành phố', type: 'CV', symbol: 'TTRA' };
  const person = new Ref(CITY_DOSSIER, ['items', HELD_ITEM, 'recipient', 'personName', 'id']);
  return [
    onRecipient(
      '2027-01-22',
      'inspector',
      'PlaceHold',
      { person, ground: 'PRESS_ALLEGATION' },
      { paper, reason: 'Báo nêu cá nhân có vi phạm; cần xác minh.', saves: HOLD, select: 'holds { hold }' },
    ),
    onRecipient(
      '2027-02-05',
      'inspector',
      'ReleaseHold',
      { id: new Ref(HOLD), hold: new Ref(HOLD, ['holds', 0, 'hold']) },
      { paper, reason: 'Đã xác minh: nội dung báo nêu không đúng.' },
    ),
  ];
}

type On = { readonly id: Ref };

/** Home Affairs' officer and the council: eligible, nobody against it, twelve of fifteen for it. */
function appraisal(id: On, all: readonly Ref[]): readonly Scene[] {
  const bodies = [
    { key: 'TTRA', issuer: 'Thanh tra thành phố' },
    { key: 'UBMTTQ', issuer: 'Ủy ban MTTQ Việt Nam thành phố' },
  ];
  return [
    write('2027-01-13', 'snv.officer', 'ReceiveDossier', id),
    write('2027-01-18', 'snv.officer', 'AppraiseDossier', {
      ...id,
      findings: all.map((it) => ({ item: it, eligible: true, checks: CHECKS })),
    }),
    write(
      '2027-01-19',
      'snv.officer',
      'RequestOpinion',
      { ...id, bodies: bodies.map(({ key }) => unitRef(key)) },
      { paper: homeAffairsPaper('CV') },
    ),
    ...bodies.map(({ key, issuer }) =>
      write(
        '2027-01-26',
        'snv.officer',
        'RecordOpinion',
        { ...id, body: unitRef(key), opinion: 'AGREES' },
        { paper: { issuer, type: 'CV', symbol: key } },
      ),
    ),
    write(
      '2027-02-02',
      'council.secretary',
      'RecordCouncilVote',
      { ...id, members: 15, present: 13, votesFor: 12, votesAgainst: 1, secret: true },
      { paper: councilPaper('BB') },
    ),
    write('2027-02-04', 'snv.leader', 'SubmitForDecision', id, { paper: homeAffairsPaper('TTr') }),
  ];
}

/** The vice-chairman decides for the chairman, on paper two days before it is recorded. */
function decision({ unit }: ModelPart, id: On, all: readonly Ref[]): readonly Scene[] {
  const decisions = all.map((it, at) =>
    at === REFUSED ? { item: it, outcome: 'REFUSED', reason: REFUSAL } : { item: it, outcome: 'GRANTED' },
  );
  const power = {
    id: new Who('ubnd.vice'),
    delegator: new Who('ubnd.chairman'),
    role: 'UBND_DECIDER',
    unit: unitRef('UBND-TP'),
    to: '2027-03-01T00:00:00Z',
    capacity: 'KT',
  };
  const reason = 'Theo kết quả bỏ phiếu của Hội đồng; riêng một cá nhân chưa đủ thành tích mới.';
  const signed = {
    occurredAt: '2027-02-15T02:30:00Z',
    delegation: new Ref('delegation', ['delegations', 0, 'grant']),
    paper: { ...cityPaper('QĐ'), capacity: 'KT' as const },
    reason,
  };
  return [
    onSubject('2027-02-08', 'ubnd.chairman', 'GrantDelegation', power, {
      paper: cityPaper('QĐ'),
      saves: 'delegation',
      select: 'delegations { grant }',
    }),
    write('2027-02-17', 'ubnd.vice', 'DecideCommendation', { ...id, decisions }, signed),
    write('2027-03-01', 'vpub', 'ConferAward', {
      ...id,
      items: all.filter((_, at) => at !== REFUSED),
      on: '2027-03-01',
    }),
    write(
      '2027-03-01',
      `head.${unit.key}`,
      'RecordAwardMoney',
      { ...id, item: all[0], amount: 5_850_000, on: '2027-03-01' },
      { paper: paperOf(unit, 'PC') },
    ),
    write('2027-03-02', 'vpub', 'PublishDecision', id),
  ];
}

/** A title of the movement, apart from any award. */
function exemplar({ unit }: ModelPart, model: Ref): Scene {
  const recipient = { kind: 'COLLECTIVE', collective: collectiveRef('people') };
  return onExemplar(
    '2027-01-08',
    'snv.leader',
    'RecogniseExemplar',
    { campaign: campaignRef, unit: unitRef(unit.key), year: YEAR, model, recipient },
    { paper: homeAffairsPaper('QĐ') },
  );
}

/** A head of unit may grant a Giấy khen; somebody else has prepared the dossier. */
function unitDossier(seed: string, part: ModelPart): readonly Scene[] {
  const { unit } = part;
  const { person } = drafts(seed, part, 'CERTIFICATE_OF_COMMENDATION');
  const items = [person(), person()];
  const id = { id: new Ref(UNIT_DOSSIER) };
  return [
    write(
      '2027-01-06',
      `clerk.${unit.key}`,
      'PrepareDossier',
      { campaign: campaignRef, unit: unitRef(unit.key), year: YEAR, items },
      { saves: UNIT_DOSSIER, select: ITEMS },
    ),
    write('2027-01-12', `head.${unit.key}`, 'DecideAtUnit', id, { paper: paperOf(unit, 'QĐ') }),
    write('2027-01-20', `head.${unit.key}`, 'ConferAward', {
      ...id,
      items: items.map((_, at) => item(UNIT_DOSSIER, at)),
      on: '2027-01-20',
    }),
  ];
}
