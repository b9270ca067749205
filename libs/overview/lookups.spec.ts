import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { lifecycleModules } from '#lifecycles';
import { registrationId } from '#lifecycles/registration';
import {
  CAMPAIGN,
  evaluationEvents,
  HOME_AFFAIRS,
  openCity,
  planEvents,
  registrationEvents,
} from './spec-support/city.js';
import { Lookups } from './spec-support/counting.js';
import { openHouse, type House } from './spec-support/house.js';
import { serve, type RunningService } from './spec-support/service.js';

/** As many evaluations as a page of the inbox has, each of a model of its own, all of one unit. */
const PAGE = Array.from({ length: 20 }, (_, i) => `r${i}`);
const modelOf = (key: string): string => `model-of-${key}`;
const registrationOf = (key: string): string => registrationId(modelOf(key), 2026);

let house: House;
let service: RunningService;
const lookups = new Lookups();

beforeAll(async () => {
  house = await openHouse(lookups);
  await openCity(house, 'a');
  await house.appoint('nobody');
  await house.appoint('clerk', ['UNIT_CLERK', 'a']);
  await house.appoint('officer', ['SNV_OFFICER', HOME_AFFAIRS]);
  await house.appoint('leader', ['SNV_LEADER', HOME_AFFAIRS]);
  await house.tell('plan-drafted', ...planEvents('a').slice(0, 1));
  await house.tell('plan-issued', ...planEvents('a').slice(0, 2));
  await house.tell('plan-sent', ...planEvents('a').slice(0, 3));
  for (const key of PAGE) {
    await house.tell(`registration-${registrationOf(key)}`, ...registrationEvents('a', modelOf(key)));
    await house.tell(`evaluation-${key}`, ...evaluationEvents('a', key, []).slice(0, 2));
  }
  service = await serve(house);
});
afterAll(async () => {
  await service.end();
  await house.end();
});
beforeEach(() => void lookups.taken());

const explain = (lifecycle: string, id: string, subject: string, command?: string) =>
  house.host.engine.explain({ lifecycle, id, subject, ...(command !== undefined && { command }) });

describe('explaining looks up', () => {
  it.each(lifecycleModules.map(({ lifecycle }) => lifecycle.name))(
    'the dossier and the powers, and asks nothing, for somebody without any role: %s',
    async (name) => {
      const answers = await explain(name, 'r0', 'nobody');
      expect(answers.filter(({ refusal }) => refusal === undefined)).toEqual([]);
      expect(lookups.taken()).toEqual({ streams: [`${name}-r0`, 'access-nobody'], questions: [] });
    },
  );

  it('no more for somebody whose role may do nothing in this state', async () => {
    expect((await explain('plan', 'drafted', 'officer')).every(({ refusal }) => refusal !== undefined)).toBe(true);
    expect(lookups.taken()).toEqual({ streams: ['plan-drafted', 'access-officer'], questions: [] });
  });

  it('once each, for the competent, what all their commands rest on', async () => {
    const answers = await explain('evaluation', 'r0', 'leader');
    expect(answers.filter(({ refusal }) => !refusal).map(({ command }) => command)).toEqual([
      'AppointPanel',
      'CancelEvaluation',
    ]);
    expect(lookups.taken()).toEqual({
      streams: [
        'evaluation-r0',
        'access-leader',
        `campaign-${CAMPAIGN}`,
        `registration-${registrationOf('r0')}`,
        `model-${modelOf('r0')}`,
        'unit-a',
      ],
      questions: ['unit.kin', 'model.derivedFrom'],
    });
  });

  it('what one command rests on, where only that is explained', async () => {
    await explain('evaluation', 'r0', 'officer', 'ReturnSelfEvaluation');
    expect(lookups.taken()).toEqual({
      streams: ['evaluation-r0', 'access-officer', `campaign-${CAMPAIGN}`, `registration-${registrationOf('r0')}`],
      questions: [],
    });
  });
});

describe('a refused command looks up', () => {
  it.each([
    ['who', 'nobody', 'NOT_COMPETENT'],
    ['the state', 'clerk', 'TRANSITION_NOT_ALLOWED'],
  ])('the dossier and the powers when it is refused for %s', async (_, subject, code) => {
    await expect(house.send(subject, 'plan', { type: 'SubmitPlan', id: 'sent' })).rejects.toThrow(code);
    expect(lookups.taken()).toEqual({ streams: ['plan-sent', `access-${subject}`], questions: [] });
  });
});

describe('a command that is carried out looks up', () => {
  it('the powers, the fences, then each stream once, and afterwards whether what it wrote stands there', async () => {
    await house.send('clerk', 'plan', { type: 'SubmitPlan', id: 'issued' });
    expect(lookups.taken()).toEqual({
      streams: [
        'plan-issued',
        'access-clerk',
        `fence-campaign.${CAMPAIGN}`,
        `fence-cycle.${CAMPAIGN}.2026`,
        'fence-unit.a',
        'access-clerk',
        `campaign-${CAMPAIGN}`,
        'unit-a',
        'plan-issued',
      ],
      questions: [],
    });
  });
});

describe('a page of the inbox looks up', () => {
  it('what its items rest on, each stream and question once, and the viewer once', async () => {
    const { data, errors } = await service.ask(
      'leader',
      '{ inbox(first: 20) { nodes { command action { allowed } unit { name } } } }',
    );
    expect(errors).toBeUndefined();
    const item = { command: 'AppointPanel', action: { allowed: true }, unit: { name: 'Phường a' } };
    expect(data?.['inbox']).toEqual({ nodes: PAGE.map(() => item) });
    const { streams, questions } = lookups.taken();
    expect([...streams].sort()).toEqual(
      [
        'access-leader',
        `campaign-${CAMPAIGN}`,
        'unit-a',
        ...PAGE.flatMap((key) => [`evaluation-${key}`, `model-${modelOf(key)}`, `registration-${registrationOf(key)}`]),
      ].sort(),
    );
    expect([...questions].sort()).toEqual([...PAGE.map(() => 'model.derivedFrom'), 'unit.kin']);
  });
});
