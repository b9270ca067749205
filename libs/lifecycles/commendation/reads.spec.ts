import { describe, expect, it } from '@jest/globals';
import { registrationId } from '#lifecycles/registration';
import { evaluationId } from '#lifecycles/evaluation';
import { recipientKey } from '#lifecycles/recipient';
import { decidingNames } from '#lifecycles/unit/questions';
import { achievementsTaken } from './questions/index.js';
import {
  allModels,
  bodies,
  deciders,
  evaluations,
  holds,
  models,
  newCampaign,
  newModels,
  newUnit,
  taken,
  unit,
} from './reads.js';
import {
  dossier,
  draft,
  granted,
  item,
  ITEMS,
  person,
  prepared,
  sentBack,
  team,
  untilDecision,
  WARD,
  YEAR,
} from './spec-support/examples.js';

const id = 'dossier-1';
const none = { status: 'none' } as const;
const partly = dossier([...untilDecision, granted(['a', 'b']), sentBack(['c'])]).state;
const two = dossier([prepared([item('a', draft(team)), item('b', draft(person('p'), 'model-2'))])]).state;

describe('Những gì hồ sơ khen thưởng đọc', () => {
  it('finds campaign, unit and models of a new dossier in the command', () => {
    const command = {
      type: 'PrepareDossier',
      campaign: 'campaign-1',
      unit: WARD,
      year: YEAR,
      items: [draft(team), draft(person('p'))],
    } as const;
    expect([newCampaign.id(none, command), newUnit.id(none, command), newModels.ids(none, command)]).toEqual([
      'campaign-1',
      WARD,
      ['model-1'],
    ]);
    expect([newCampaign.id(none, undefined), newUnit.id(none, undefined), newModels.ids(none, undefined)]).toEqual([
      undefined,
      undefined,
      [],
    ]);
  });

  it('finds the evaluation of each model in the dossier’s cycle', () => {
    expect(evaluations.ids(two, undefined)).toEqual(
      ['model-1', 'model-2'].map((it) => evaluationId(registrationId(it, YEAR))),
    );
    expect(models.ids(two, undefined)).toEqual(['model-1', 'model-2']);
    expect(unit.id(two, undefined)).toBe(WARD);
    expect([models.ids(none, undefined), evaluations.ids(none, undefined), unit.id(none, undefined)]).toEqual([
      [],
      [],
      undefined,
    ]);
  });

  it('looks at what is open when it judges, at everything when it publishes', () => {
    const state = dossier([
      prepared([item('a', draft(team)), item('b', draft(person('p'), 'model-2'))]),
      granted(['a']),
    ]).state;
    expect([models.ids(state, undefined), allModels.ids(state, undefined)]).toEqual([
      ['model-2'],
      ['model-1', 'model-2'],
    ]);
  });

  it('asks about what is open, its own items left out', () => {
    expect([taken.question, taken.params(partly, undefined)]).toEqual([
      achievementsTaken,
      { fingerprints: [ITEMS[2]?.fingerprint], except: ['c'] },
    ]);
    expect(holds.ids(partly, undefined)).toEqual([recipientKey(person('person-c'))]);
    expect([deciders.question, deciders.params(partly, undefined)]).toEqual([decidingNames, {}]);
    expect([taken.params(none, undefined), holds.ids(none, undefined)]).toEqual([{ fingerprints: [], except: [] }, []]);
    expect(bodies.ids(partly, { type: 'RequestOpinion', id, bodies: ['x'] })).toEqual(['x']);
  });
});
