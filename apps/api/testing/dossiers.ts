import { randomUUID } from 'node:crypto';
import { localDateOf } from '#calendar';
import { subjectId } from '#identity';
import { derivedId, isRefusal, personal, personRef, prose, type CommandShape, type Personal } from '#kernel';
import { campaignFold, rubricIn } from '#lifecycles/campaign';
import { commendationFold } from '#lifecycles/commendation';
import { evaluationId } from '#lifecycles/evaluation';
import { registrationId } from '#lifecycles/registration';
import { unitId } from '#lifecycles/unit';
import { hueCampaignId } from '#seed';
import { DEMO_ISSUER } from '../log-expectation.js';
import type { Service } from '../service.js';
import { planStream } from './plans.js';

/** The unit whose dossiers these are, and another. */
export const OWN = '19753';
export const OTHER = '19789';
const YEAR = 2026;

/** Somebody of the demonstration, as the log knows them. */
export const subjectOf = (sub: string): string => subjectId(DEMO_ISSUER, sub);

/** What stands in dossiers and is not for everybody: each occurs in no text that is shown otherwise. */
export const NAME = 'Hồ Thị Kín Đáo';
export const PROSE = 'Lời kể có nhắc tới người dân';

const named = (place: number): Personal => personal(derivedId('dossiers-person', place), `${NAME}\nTổ trưởng`);

/** A command by somebody, a minute after the last; with a paper of the day and a reason, as far as it needs them. */
export type Act = <C extends CommandShape>(
  sub: string,
  lifecycle: string,
  command: C & Readonly<Record<string, unknown>>,
  paper?: string,
) => Promise<string>;

/** Sends commands to the engine of a running service. */
export const actIn =
  ({ engine, views, simulated, clock }: Service): Act =>
  async (sub, lifecycle, command, type = 'QĐ') => {
    simulated?.tick(60_000);
    const signedOn = localDateOf(clock.now());
    const document = { issuer: 'UBND thành phố Huế', type, number: `101/${type}-UBND`, year: YEAR, signedOn };
    const outcome = await engine.execute({
      commandId: randomUUID(),
      subject: subjectOf(sub),
      lifecycle,
      command,
      document: { ...document, capacity: 'KT', office: 'Phó Chủ tịch' },
      reason: PROSE,
    });
    if (isRefusal(outcome)) throw new Error(`${command.type} by ${sub}: ${outcome.code} ${outcome.message.en}`);
    await views.waitFor(outcome.position, 5_000);
    return outcome.id;
  };

/** A plan of the own unit's, or of another's, as far as named. */
export async function planUpTo(act: Act, key: string, last: number): Promise<string> {
  const content = {
    title: `Kế hoạch của ${key}`,
    mode: 'STANDALONE',
    fields: ['ADMIN_REFORM_DIGITAL'],
    responsible: named(Number(key)),
    coordination: [unitId('UBMTTQ')],
    programmes: ['ADMINISTRATIVE_REFORM', 'DIGITAL_TRANSFORMATION', 'GRASSROOTS_DEMOCRACY', 'PATRIOTIC_EMULATION'],
    tasks: [{ title: 'Rà soát thủ tục', due: '2026-10-01' }],
  };
  const [clerk, head, unit] = [`clerk.${key}`, `head.${key}`, unitId(key)];
  const id = await act(clerk, 'plan', { type: 'DraftPlan', campaign: hueCampaignId, unit, year: YEAR, content });
  const steps: readonly (readonly [sub: string, type: string, more?: object])[] = [
    [head, 'IssuePlan'],
    [head, 'SubmitPlan'],
    ['snv.officer', 'ReceivePlan'],
    ['snv.leader', 'AcceptPlan'],
    [head, 'IssuePlanErratum', { correction: prose(PROSE) }],
  ];
  for (const [sub, type, more] of steps.slice(0, last)) await act(sub, 'plan', { type, id, ...more }, 'KH');
  return id;
}

/** A model of the own unit's, unless another is named, and its registration, as far as named. */
export async function modelUpTo(
  act: Act,
  field: string,
  last: number,
  key = OWN,
): Promise<{ model: string; registration: string }> {
  const [clerk, head, unit, campaign] = [`clerk.${key}`, `head.${key}`, unitId(key), hueCampaignId];
  const items = ['situation', 'objectives', 'content', 'place', 'forces', 'resources', 'outputs', 'sustainability'];
  const form = Object.fromEntries(items.map((item) => [item, 'Nội dung đã rà soát']));
  const propose = { campaign, unit, field, name: `Mô hình ${field} ${last}`, kind: 'MODEL', joint: [], form };
  const model = await act(clerk, 'model', { type: 'ProposeModel', ...propose });
  const responsible = named(100 + last);
  const id = registrationId(model, YEAR);
  const steps: readonly (readonly [string, string, string, object])[] = [
    [clerk, 'registration', 'RegisterModel', { campaign, unit, model, year: YEAR, responsible }],
    [head, 'registration', 'SubmitRegistration', { id }],
    ['snv.officer', 'registration', 'ReceiveRegistration', { id }],
    ['snv.leader', 'registration', 'AcceptRegistration', { id }],
    [head, 'model', 'StartImplementation', { id: model }],
    [clerk, 'model', 'RecordActivity', activityOn(model)],
    ['snv.officer', 'evaluation', 'PlanEvaluation', { campaign, unit, model, year: YEAR }],
  ];
  for (const [sub, lifecycle, type, content] of steps.slice(0, last)) await act(sub, lifecycle, { type, ...content });
  return { model, registration: id };
}

const activityOn = (id: string): object => ({
  id,
  on: '2026-07-01',
  summary: prose(PROSE),
  measures: [],
  evidence: [{ kind: 'FILE', title: 'Biên bản', hash: 'a'.repeat(64) }],
});

/** Who sits on every panel: two who score, and one who is slow. */
export const PANEL = ['panelist.STP', 'panelist.SKHCN', 'panelist.SVHTT'] as const;

/** The evaluation of a model: scored by so many of the panel, and concluded where all have scored. */
export async function evaluate(
  { loader }: Service,
  act: Act,
  model: string,
  scores: number,
  key = OWN,
): Promise<string> {
  const id = evaluationId(registrationId(model, YEAR));
  const { state } = await loader.load(campaignFold, hueCampaignId);
  const criteria = state.status === 'none' ? [] : (rubricIn(state, state.rubric ?? '')?.criteria ?? []);
  const points = criteria.map((it) => ({ criterion: it.key, points: it.points - 1 }));
  const members = PANEL.map((sub, place) => ({ subject: subjectOf(sub), lead: place === 0 }));
  await act(`head.${key}`, 'evaluation', { type: 'SubmitSelfEvaluation', id, points, statement: prose(PROSE) });
  await act('snv.leader', 'evaluation', { type: 'AppointPanel', id, members });
  await act('snv.officer', 'evaluation', { type: 'OpenPanel', id });
  for (const sub of PANEL.slice(0, scores))
    await act(sub, 'evaluation', { type: 'SubmitScore', id, points, comment: prose(PROSE) });
  if (scores === PANEL.length) await act('snv.leader', 'evaluation', { type: 'ConcludeEvaluation', id });
  return id;
}

/** A dossier of commendations for a model: drafted, appraised, or decided and published. */
export async function commend(
  { loader }: Service,
  act: Act,
  model: string,
  upTo: 'drafted' | 'appraised' | 'published',
): Promise<string> {
  const [head, unit, campaign] = [`head.${OWN}`, unitId(OWN), hueCampaignId];
  const recipient = { kind: 'INDIVIDUAL', person: named(300) };
  const item = { model, form: 'CERTIFICATE_OF_MERIT', achievement: prose(PROSE), recipient };
  const prepare = { type: 'PrepareDossier', campaign, unit, year: YEAR, items: [item] };
  const id = await act(`clerk.${OWN}`, 'commendation', prepare);
  if (upTo === 'drafted') return id;
  await act(head, 'commendation', { type: 'SubmitDossier', id });
  const { state } = await loader.load(commendationFold, id);
  const items = state.status === 'none' ? [] : state.items.map((it) => it.item);
  const findings = items.map((each) => ({ item: each, eligible: true, checks: [] }));
  const decisions = items.map((each) => ({ item: each, outcome: 'GRANTED' }));
  const vote = { members: 9, present: 9, votesFor: 9, votesAgainst: 0, secret: true };
  await act('snv.officer', 'commendation', { type: 'ReceiveDossier', id });
  await act('snv.officer', 'commendation', { type: 'AppraiseDossier', id, findings });
  if (upTo === 'appraised') return id;
  await act('council.secretary', 'commendation', { type: 'RecordCouncilVote', id, ...vote }, 'BB');
  await act('snv.leader', 'commendation', { type: 'SubmitForDecision', id }, 'TTr');
  await act('ubnd.vice', 'commendation', { type: 'DecideCommendation', id, decisions });
  await act('vpub', 'commendation', { type: 'PublishDecision', id });
  return id;
}

/** A collective of the own unit's. */
export const registerCollective = (act: Act, name: string): Promise<string> =>
  act(`clerk.${OWN}`, 'collective', { type: 'RegisterCollective', unit: unitId(OWN), name });

/** A hold on the first recipient of a dossier. */
export async function holdRecipient({ loader }: Service, act: Act, dossier: string): Promise<string> {
  const { state } = await loader.load(commendationFold, dossier);
  const person = state.status === 'none' ? undefined : state.items[0]?.recipient.person?.person;
  const hold = { type: 'PlaceHold', person: personRef(person ?? ''), ground: 'PRESS_ALLEGATION' };
  return act('inspector', 'recipient', hold, 'CV');
}

/** A model held up as an example. */
export const recognise = (act: Act, model: string): Promise<string> =>
  act('snv.leader', 'exemplar', {
    type: 'RecogniseExemplar',
    campaign: hueCampaignId,
    unit: unitId(OWN),
    year: YEAR,
    model,
    recipient: { kind: 'INDIVIDUAL', person: named(400) },
  });

/** A model proposed to others, and what was decided. */
export async function replicate(act: Act, model: string, outcome: 'refused' | 'decided'): Promise<string> {
  const propose = { type: 'ProposeReplication', campaign: hueCampaignId, model, unit: unitId(OWN), year: YEAR };
  const id = await act('snv.officer', 'replication', propose);
  const decision = { type: 'DecideReplication', id, scope: 'SELECTED', mandatory: false, units: [unitId('19804')] };
  await act('ubnd.vice', 'replication', outcome === 'decided' ? decision : { type: 'RefuseReplication', id });
  return id;
}

/** Whoever is responsible for a unit's plan: an identity of that plan's own. */
const responsibleFor = (key: string): string => derivedId(planStream(key), derivedId('dossiers-person', Number(key)));

/** Those responsible for two plans, joined as one person. */
export const joinPersons = (act: Act): Promise<string> =>
  act('snv.officer', 'person', {
    type: 'JoinPersons',
    double: personRef(responsibleFor(OTHER)),
    person: personRef(responsibleFor(OWN)),
  });

/** The own unit's record, with a head who is named. */
export async function appointHead(act: Act): Promise<string> {
  const id = unitId(OWN);
  await act('snv.officer', 'unit', { type: 'AppointHead', id, name: named(500), acting: true });
  return id;
}
