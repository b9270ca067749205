import { describe, expect, it } from '@jest/globals';
import { personal, prose } from '#kernel';
import { stateAfter } from '#testing';
import type { PrepareDossier, ReviseDossier } from './commands.js';
import { commendationFold } from './evolve.js';
import type { Recipient, RecipientDraft } from './items.js';
import { openItems, voteStands, type Dossier } from './state.js';
import {
  campaign,
  collective,
  dossier,
  draft,
  evaluation,
  fine,
  granted,
  held,
  ineffective,
  item,
  ITEMS,
  joined,
  model,
  person,
  prepared,
  returned,
  sentBack,
  submitted,
  team,
  unit,
  untilDecision,
  untilSubmitted,
  untilVoted,
  WARD,
  YEAR,
} from './spec-support/examples.js';

const id = 'dossier-1';
const prepare = (patch: Partial<PrepareDossier> = {}): PrepareDossier => ({
  type: 'PrepareDossier',
  campaign: 'campaign-1',
  unit: WARD,
  year: YEAR,
  items: [draft(team)],
  ...patch,
});
const revise = (patch: Partial<ReviseDossier> = {}): ReviseDossier => ({
  type: 'ReviseDossier',
  id,
  items: [],
  removed: [],
  ...patch,
});
/** A proposal for somebody who is named as written here. */
const proposing = (recipient: RecipientDraft) => ({ ...draft(team), recipient });
const stateOf = (past: Parameters<typeof dossier>[0]): Dossier => dossier(past).state as Dossier;

describe('Lập hồ sơ đề nghị', () => {
  it('names the recipients and fingerprints their achievements', () => {
    const { events, status } = dossier([]).when(prepare(), fine());
    expect(status).toBe('prepared');
    expect(events[0]).toMatchObject({
      type: 'DossierPrepared',
      data: { unit: WARD, items: [{ item: expect.any(String), fingerprint: expect.any(String) }] },
    });
  });

  it('knows a person by identity, never by name, and passes the name on untouched', () => {
    const fingerprint = (name: string, who: string): unknown => {
      const named: Recipient = { kind: 'INDIVIDUAL', person: personal(who, name) };
      const { events } = dossier([]).when(prepare({ items: [draft(named)] }), fine());
      expect(events[0]).toMatchObject({ data: { items: [{ recipient: { person: { person: who, clear: name } } }] } });
      return (stateOf(events).items[0] as { fingerprint: string }).fingerprint;
    };
    expect(fingerprint('Trần Thị A', 'person-b')).toBe(fingerprint('Lê Thị B', 'person-b'));
    expect(fingerprint('Trần Thị A', 'person-b')).not.toBe(fingerprint('Trần Thị A', 'person-c'));
  });

  it('keeps the name under which a collective is registered, and knows it by its identity alone', () => {
    const named = (name: string) =>
      stateOf(
        dossier([]).when(prepare({ items: [draft(team)] }), fine({ reads: { collectives: [collective(name)] } }))
          .events,
      ).items[0];
    expect(named('Tổ dân phố số 3')?.recipient.collective).toEqual({
      unit: WARD,
      registered: 'team-3',
      name: 'Tổ dân phố số 3',
    });
    expect(named('Tổ dân phố số 3')?.fingerprint).toBe(named('Tổ dân phố 3')?.fingerprint);
  });

  it('knows who proposed it', () => {
    const { events } = dossier([]).when(prepare(), fine());
    const past = [
      ...events,
      { event: submitted, meta: { actor: { subject: 'head-1', role: '', unit: WARD, grant: '' } } },
    ];
    expect(stateOf(past as never).proposers).toEqual(['subject-1', 'head-1']);
  });

  it('accepts a cycle that is over: commendations follow the evaluation', () => {
    expect(dossier([]).when(prepare(), fine()).refusal).toBeUndefined();
  });

  it.each([
    ['CYCLE_NOT_OPEN', prepare({ year: 2029 }), {}],
    ['CYCLE_NOT_OPEN', prepare(), { campaign: campaign({ status: 'suspended' }) }],
    ['DOSSIER_WITHOUT_ITEMS', prepare({ items: [] }), {}],
    ['DOSSIER_ITEM_NOT_FOUND', prepare({ items: [{ ...draft(team), item: 'a' }] }), {}],
    ['RECIPIENT_UNSOUND', prepare({ items: [proposing({ kind: 'INDIVIDUAL', collective: { unit: WARD } })] }), {}],
    [
      'RECIPIENT_UNSOUND',
      prepare({ items: [proposing({ kind: 'COLLECTIVE', collective: { unit: WARD, registered: 'team-3' } })] }),
      {},
    ],
    [
      'RECIPIENT_NOT_REGISTERED',
      prepare({ items: [proposing({ kind: 'COLLECTIVE', collective: { registered: 'team-9' } })] }),
      {},
    ],
    [
      'RECIPIENT_NOT_REGISTERED',
      prepare({ items: [proposing({ kind: 'COLLECTIVE', collective: { unit: 'ward-9' } })] }),
      {},
    ],
    ['ACHIEVEMENT_MISSING', prepare({ items: [{ ...draft(team), achievement: undefined }] }), {}],
    ['OWN_DOSSIER', prepare({ items: [draft(person('subject-1'))] }), {}],
    ['ACHIEVEMENT_TWICE', prepare({ items: [draft(team), draft(team, 'model-1', 'CERTIFICATE_OF_COMMENDATION')] }), {}],
    ['MODEL_NOT_OF_UNIT', prepare(), { models: [model({ unit: 'ward-2' })] }],
    ['MODEL_NOT_OF_UNIT', prepare({ items: [draft(team, 'model-9')] }), {}],
    ['UNIT_NOT_IN_OPERATION', prepare(), { unit: unit(WARD, 'dissolved') }],
  ])('refuses with %s', (code, command, other) => {
    expect(dossier([]).when(command, fine({ reads: other })).refusal?.code).toBe(code);
  });

  it('tells one achievement in any form, but another model apart', () => {
    const items = [draft(team), draft(team, 'model-1', 'CERTIFICATE_OF_COMMENDATION')];
    expect(dossier([]).when(prepare({ items }), fine()).refusal?.code).toBe('ACHIEVEMENT_TWICE');
    const apart = [draft(team), draft(team, 'model-2')];
    expect(
      dossier([]).when(prepare({ items: apart }), fine({ reads: { models: [model(), model({}, 'model-2')] } })).refusal,
    ).toBeUndefined();
  });
});

describe('Trình hồ sơ', () => {
  it('goes to Home Affairs with a deadline for its receipt', () => {
    const { events, status } = dossier([prepared()]).when({ type: 'SubmitDossier', id }, fine());
    expect(status).toBe('submitted');
    expect(events).toEqual([{ type: 'DossierSubmitted', data: { dueAt: '2026-12-11T17:00:00.000Z' } }]);
  });

  it.each([
    ['MODEL_NOT_EFFECTIVE', { evaluations: [ineffective] }],
    ['MODEL_NOT_EFFECTIVE', { evaluations: [] }],
    ['SELF_EVALUATION_MISSING', { evaluations: [evaluation({ selfEvaluation: undefined })] }],
    ['MODEL_NOT_OF_UNIT', { models: [model({ unit: 'ward-2' })] }],
    ['ACHIEVEMENT_TAKEN', { taken: [{ fingerprint: ITEMS[0]?.fingerprint, dossier: 'dossier-2' }] }],
    ['UNIT_NOT_IN_OPERATION', { unit: unit(WARD, 'dissolved') }],
    ['RECIPIENT_HELD', { holds: [held(team)] }],
    ['RECIPIENT_IS_DOUBLE', { doubles: [joined('person-b')] }],
  ])('refuses with %s', (code, other) => {
    expect(dossier([prepared()]).when({ type: 'SubmitDossier', id }, fine({ reads: other })).refusal?.code).toBe(code);
  });

  it('is not done by somebody who is in the dossier', () => {
    expect(
      dossier([prepared()]).when({ type: 'SubmitDossier', id }, fine({ actor: { subject: 'person-b' } })).refusal?.code,
    ).toBe('OWN_DOSSIER');
    expect(
      dossier([prepared()]).when({ type: 'SubmitDossier', id }, fine({ actor: { onBehalfOf: 'person-b' } })).refusal
        ?.code,
    ).toBe('OWN_DOSSIER');
  });

  it('is done once', () => {
    expect(dossier(untilSubmitted).when({ type: 'SubmitDossier', id }, fine()).refusal?.code).toBe(
      'TRANSITION_NOT_ALLOWED',
    );
  });
});

describe('Sửa hồ sơ', () => {
  it('replaces, adds and takes out items', () => {
    const { events } = dossier([prepared()]).when(
      revise({
        items: [{ ...draft(team), item: 'a', achievement: prose('Khác') }, draft(person('person-d'))],
        removed: ['b'],
      }),
      fine(),
    );
    const [kept, other, added = ''] = stateOf([prepared(), ...events]).items.map((it) => it.item);
    expect([kept, other]).toEqual(['a', 'c']);
    expect(events[0]).toMatchObject({ type: 'DossierRevised', data: { removed: ['b'], changed: ['a', added] } });
  });

  it.each([
    ['DOSSIER_ITEM_NOT_FOUND', revise({ removed: ['z'] })],
    ['DOSSIER_ITEM_TWICE', revise({ items: [{ ...draft(team), item: 'a' }], removed: ['a'] })],
    ['DOSSIER_WITHOUT_ITEMS', revise({ removed: ['a', 'b', 'c'] })],
    ['ACHIEVEMENT_TWICE', revise({ items: [draft(team)] })],
    ['OWN_DOSSIER', revise({ items: [draft(person('subject-1'))] })],
    ['RECIPIENT_UNSOUND', revise({ items: [draft({ kind: 'HOUSEHOLD' })] })],
    ['MODEL_NOT_OF_UNIT', revise({ items: [draft(person('person-d'), 'model-9')] })],
  ])('refuses with %s', (code, command) => {
    expect(dossier([prepared()]).when(command, fine()).refusal?.code).toBe(code);
  });

  it('is over once the dossier has been submitted', () => {
    expect(dossier(untilSubmitted).when(revise({ removed: ['a'] }), fine()).refusal?.code).toBe(
      'TRANSITION_NOT_ALLOWED',
    );
  });
});

describe('Người quyết định trả lại một phần (A13)', () => {
  const partly = [...untilDecision, granted(['a', 'b']), sentBack(['c'])];
  const same = { ...draft(person('person-c')), item: 'c', achievement: undefined };

  it('goes on with the returned items only', () => {
    expect(stateOf(partly)).toMatchObject({ status: 'returnedByDecider', timesReturned: 1 });
    expect(openItems(stateOf(partly)).map((it) => it.item)).toEqual(['c']);
    expect(dossier(partly).when(revise({ items: [draft(person('person-d'))] }), fine()).refusal?.code).toBe(
      'ONLY_RETURNED_ITEMS',
    );
    expect(dossier(partly).when(revise({ removed: ['a'] }), fine()).refusal?.code).toBe('DOSSIER_ITEM_NOT_FOUND');
  });

  it('takes achievements by sending them: what is written anew is not taken before it is sent', () => {
    const other = revise({ items: [{ ...same, recipient: person('person-d') }] });
    const changed = [...partly, ...dossier(partly).when(other, fine()).events];
    const again = [...changed, ...dossier(changed).when({ type: 'ResubmitDossier', id }, fine()).events];
    const sent = [partly, changed, again].map((past) => stateOf(past).items.find(({ item }) => item === 'c')?.sent);
    expect(sent).toEqual([true, undefined, true]);
  });

  it('keeps the council’s vote unless the recipient changes or the achievement is written anew', () => {
    const { events } = dossier(partly).when(revise({ items: [same] }), fine());
    expect(voteStands(stateOf([...partly, ...events]))).toBe(true);
    expect(stateOf([...partly, ...events]).items[2]?.achievement).toEqual(ITEMS[2]?.achievement);
    const other = dossier(partly).when(
      revise({ items: [{ ...same, achievement: prose('Thành tích khác') }] }),
      fine(),
    ).events;
    expect(voteStands(stateOf([...partly, ...other]))).toBe(false);
  });

  it('is resubmitted in the same cycle; what was granted stays granted', () => {
    const { events, status } = dossier(partly).when({ type: 'ResubmitDossier', id }, fine());
    expect(status).toBe('submitted');
    expect(stateOf([...partly, ...events])).toMatchObject({
      year: YEAR,
      items: [{ outcome: 'GRANTED' }, { outcome: 'GRANTED' }, { outcome: 'PENDING' }],
    });
  });

  it('needs a new vote when an unpassed one comes back from Home Affairs', () => {
    const failed = [
      ...untilVoted.slice(0, -1),
      { ...untilVoted.at(-1), data: { ...untilVoted.at(-1)?.data, passed: false } } as (typeof untilVoted)[number],
      returned,
    ];
    expect(stateOf(failed).vote).toBeUndefined();
    expect(stateOf([...untilVoted, returned]).vote?.passed).toBe(true);
  });

  it('is withdrawn in its open part only', () => {
    const { events, status } = dossier(partly).when({ type: 'WithdrawDossier', id }, fine());
    expect(status).toBe('decided');
    expect(stateOf([...partly, ...events]).items.map((it) => it.outcome)).toEqual(['GRANTED', 'GRANTED', 'WITHDRAWN']);
  });
});

describe('Rút và trình lại hồ sơ', () => {
  it('is withdrawn as a whole as long as nothing is decided', () => {
    expect(dossier(untilSubmitted).when({ type: 'WithdrawDossier', id }, fine()).status).toBe('withdrawn');
    expect(
      dossier([...untilDecision, granted(['a', 'b', 'c'])]).when({ type: 'WithdrawDossier', id }, fine()).refusal?.code,
    ).toBe('TRANSITION_NOT_ALLOWED');
  });

  it('comes back after a return, guarded like the first time', () => {
    const past = [...untilSubmitted, returned];
    expect(dossier(past).when({ type: 'ResubmitDossier', id }, fine()).status).toBe('submitted');
    expect(
      dossier(past).when({ type: 'ResubmitDossier', id }, fine({ reads: { evaluations: [ineffective] } })).refusal
        ?.code,
    ).toBe('MODEL_NOT_EFFECTIVE');
    expect(dossier([prepared()]).when({ type: 'ResubmitDossier', id }, fine()).refusal?.code).toBe(
      'TRANSITION_NOT_ALLOWED',
    );
  });

  it('leaves a dossier alone that does not exist', () => {
    expect(stateAfter(commendationFold, [submitted])).toEqual({ status: 'none' });
    expect(item('x', draft(team)).fingerprint).toBe(ITEMS[0]?.fingerprint);
  });
});
