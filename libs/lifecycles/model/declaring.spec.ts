import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stateAfter, type Past } from '#testing';
import { modelEvents, type ModelEvent } from './events.js';
import { modelFold, modelLifecycle, type ModelState } from './index.js';
import {
  ended,
  givenModel,
  implementing,
  mergedUnit,
  nominated,
  notMaintained,
  origin,
  proposed,
  suspended,
  unit,
} from './spec-support/scene.js';

const id = 'model-1';
const on = '2026-09-01';
/** Raised by somebody of the Front. */
const doubted: Past<ModelEvent> = {
  event: { type: 'MaintenanceDoubtRaised', data: {} },
  meta: { actor: { subject: 'front-1', role: 'MTTQ_SUPERVISOR', unit: 'unit-front', grant: 'grant-2' } },
};
const verdicts = [{ year: 2026, verdict: 'EFFECTIVE', maintained: 1 }];

describe('A doubt about maintenance', () => {
  const raise = { type: 'RaiseMaintenanceDoubt', id } as const;

  it('notes whose it is and stays open until Home Affairs declares', () => {
    const { events, status } = givenModel(implementing).when(raise, {
      actor: { unit: 'unit-front' },
      reason: 'Không còn hoạt động',
    });
    expect(events).toEqual([{ type: 'MaintenanceDoubtRaised', data: {} }]);
    expect(status).toBe('implementing');
    const declared = givenModel([...implementing, ...events]).when(
      { type: 'DeclareMaintained', id, year: 2026 },
      { reads: { verdicts } },
    );
    const { state } = givenModel([...implementing, doubted, ...declared.events]);
    expect(state).toMatchObject({ maintainedIn: [2026], doubts: [{ byUnit: 'unit-front', answered: true }] });
  });

  it('concerns models that run', () => {
    expect(givenModel(proposed).when(raise).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
  });
});

describe.each(['DeclareMaintained', 'DeclareNotMaintained'] as const)('%s', (type) => {
  it('needs a concluded evaluation of that year', () => {
    const model = givenModel(implementing);
    expect(model.when({ type, id, year: 2026 }, { reads: { verdicts: [] } }).refusal?.code).toBe('MODEL_NOT_EVALUATED');
    expect(model.when({ type, id, year: 2027 }, { reads: { verdicts } }).refusal).toMatchObject({
      code: 'MODEL_NOT_EVALUATED_IN_YEAR',
      path: ['year'],
    });
  });

  it('is not repeated unless a doubt waits for the answer', () => {
    const once = givenModel(implementing).when({ type, id, year: 2026 }, { reads: { verdicts } }).events;
    const past = [...implementing, ...once];
    const later = [...verdicts, { year: 2027, verdict: 'EFFECTIVE', maintained: 1 }];
    const again = { type, id, year: 2026 } as const;
    expect(givenModel(past).when(again, { reads: { verdicts } }).refusal?.code).toBe('MODEL_NOTHING_TO_DECLARE');
    expect(givenModel(past).when(again, { reads: { verdicts: later } }).refusal?.code).toBe('MODEL_ALREADY_DECLARED');
    expect(
      givenModel([...past, doubted]).when({ type, id, year: 2026 }, { reads: { verdicts } }).refusal,
    ).toBeUndefined();
  });

  it('is not for models that have not begun or have ended', () => {
    for (const past of [proposed, ended]) {
      expect(givenModel(past).when({ type, id, year: 2026 }, { reads: { verdicts } }).refusal?.code).toBe(
        'TRANSITION_NOT_ALLOWED',
      );
    }
  });
});

describe('Declaring a model maintained', () => {
  const declare = { type: 'DeclareMaintained', id, year: 2026 } as const;

  it.each([
    ['not effective', { year: 2026, verdict: 'NOT_EFFECTIVE', maintained: 1 }],
    ['not kept up', { year: 2026, verdict: 'EFFECTIVE', maintained: 0 }],
  ])('is refused when the evaluation found it %s', (_what, found) => {
    const model = givenModel(implementing);
    const later = { year: 2027, verdict: 'EFFECTIVE', maintained: 1 };
    expect(model.when(declare, { reads: { verdicts: [found] } }).refusal?.code).toBe('MODEL_NOTHING_TO_DECLARE');
    expect(model.when(declare, { reads: { verdicts: [found, later] } }).refusal).toMatchObject({
      code: 'MODEL_NOT_FOUND_MAINTAINED',
      path: ['year'],
    });
  });

  it('leaves a suspended one suspended', () => {
    const { events, status } = givenModel(suspended).when(declare, { reads: { verdicts } });
    expect(status).toBe('suspended');
    expect(givenModel([...suspended, ...events]).state).toMatchObject({ maintainedIn: [2026] });
  });
});

describe('Declarations over the years', () => {
  it('on an earlier year do not change where the model stands', () => {
    const maintained: ModelEvent = { type: 'ModelDeclaredMaintained', data: { year: 2027 } };
    const late = givenModel([...implementing, maintained]).when(
      { type: 'DeclareNotMaintained', id, year: 2026 },
      { reads: { verdicts }, reason: 'Rà soát lại' },
    );
    expect(late).toMatchObject({ events: [{ data: { year: 2026 } }], status: 'implementing' });
    const over: ModelEvent = { type: 'ModelDeclaredNotMaintained', data: { year: 2027 } };
    expect(
      givenModel([...implementing, over]).when({ type: 'DeclareMaintained', id, year: 2026 }, { reads: { verdicts } })
        .status,
    ).toBe('notMaintained');
  });

  it('leave the earlier cycle as it was', () => {
    const maintained: ModelEvent = { type: 'ModelDeclaredMaintained', data: { year: 2026 } };
    const { events, status } = givenModel([...implementing, maintained]).when(
      { type: 'DeclareNotMaintained', id, year: 2027 },
      {
        reads: { verdicts: [...verdicts, { year: 2027, verdict: 'NOT_EFFECTIVE', maintained: 0 }] },
        reason: 'Không còn hoạt động',
      },
    );
    expect(status).toBe('notMaintained');
    expect(givenModel([...implementing, maintained, ...events]).state).toMatchObject({
      maintainedIn: [2026],
      notMaintainedIn: [2027],
    });
  });

  it('the later one on the same year stands', () => {
    const { events, status } = givenModel(notMaintained).when(
      { type: 'DeclareMaintained', id, year: 2026 },
      { reads: { verdicts } },
    );
    expect(status).toBe('implementing');
    expect(givenModel([...notMaintained, ...events]).state).toMatchObject({
      maintainedIn: [2026],
      notMaintainedIn: [],
    });
  });
});

describe('Transferring the ownership', () => {
  const transfer = { type: 'TransferModelOwnership', id, to: 'unit-9' } as const;

  it('names both units and keeps the history', () => {
    const { events, status } = givenModel(implementing).when(transfer, { reads: { newOwner: unit('unit-9') } });
    expect(events).toEqual([{ type: 'ModelOwnershipTransferred', data: { from: 'unit-1', to: 'unit-9' } }]);
    expect(status).toBe('implementing');
    const owners = [
      { unit: 'unit-1', from: '2026-09-01' },
      { unit: 'unit-9', from: '2026-09-01' },
    ];
    expect(givenModel([...implementing, ...events]).state).toMatchObject({ unit: 'unit-9', owners });
  });

  it('is refused to the present owner and to a unit that is no more', () => {
    const model = givenModel(implementing);
    expect(model.when({ ...transfer, to: 'unit-1' }, { reads: { newOwner: unit('unit-1') } }).refusal).toMatchObject({
      code: 'MODEL_OWNER_UNCHANGED',
      path: ['to'],
    });
    expect(model.when(transfer, { reads: { newOwner: mergedUnit('unit-9') } }).refusal).toMatchObject({
      code: 'UNIT_NOT_IN_OPERATION',
      path: ['to'],
    });
  });

  it('takes a nomination along that nobody can take up any more', () => {
    expect(givenModel(nominated).when(transfer, { reads: { newOwner: unit('unit-9') } }).status).toBe('nominated');
  });

  it('is over with the model', () => {
    expect(givenModel(ended).when(transfer, { reads: { newOwner: unit('unit-9') } }).refusal?.code).toBe(
      'TRANSITION_NOT_ALLOWED',
    );
  });
});

describe('Clearing for publication', () => {
  const restricted: readonly ModelEvent[] = [
    { type: 'ModelProposed', data: { ...origin, field: 'DEFENCE_SECURITY', restricted: true } },
  ];
  const clear = { type: 'ClearModelForPublication', id } as const;

  it('lifts the restriction from then on', () => {
    expect(modelLifecycle.classify?.(givenModel(restricted).state)).toBe('RESTRICTED');
    const { events } = givenModel(restricted).when(clear);
    expect(events).toEqual([{ type: 'ModelClearedForPublication', data: {} }]);
    expect(modelLifecycle.classify?.(givenModel([...restricted, ...events]).state)).toBeUndefined();
  });

  it('is refused for a model that is not restricted, and for a mere nomination', () => {
    expect(givenModel(implementing).when(clear).refusal?.code).toBe('MODEL_NOT_RESTRICTED');
    expect(givenModel(nominated).when(clear).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
  });
});

describe('Whatever events come in whatever order', () => {
  const year = fc.integer({ min: 2026, max: 2030 });
  const one: Record<
    Exclude<ModelEvent['type'], 'ModelProposed' | 'ModelNominatedByThirdParty'>,
    fc.Arbitrary<object>
  > = {
    ModelNominationTakenUp: fc.constant({}),
    ModelNominationDeclined: fc.constant({}),
    ModelImplementationStarted: fc.constant({}),
    ModelActivityRecorded: fc.constant({ on, summary: { clear: 'Hoạt động' }, evidence: [] }),
    ModelDetailsRevised: fc.record({ name: fc.string() }),
    ModelSuspended: fc.constant({}),
    ModelResumed: fc.constant({}),
    MaintenanceDoubtRaised: fc.constant({}),
    ModelDeclaredMaintained: fc.record({ year }),
    ModelDeclaredNotMaintained: fc.record({ year }),
    ModelOwnershipTransferred: fc.record({
      from: fc.constant('unit-1'),
      to: fc.constantFrom('unit-1', 'unit-9'),
    }),
    ModelClearedForPublication: fc.constant({}),
    ModelEnded: fc.constant({}),
  };
  const events = fc.array(
    fc.oneof(...Object.entries(one).map(([type, data]) => data.map((it) => ({ type, data: it }) as ModelEvent))),
    { maxLength: 40 },
  );
  const folded = (past: readonly Past<ModelEvent>[]): ModelState => stateAfter(modelFold, past);

  it('the owner is the last of the owners, and no year is declared both ways', () => {
    fc.assert(
      fc.property(events, (later) => {
        const state = folded([...proposed, ...later]);
        if (state.status === 'none') return false;
        const both = state.maintainedIn.filter((it) => state.notMaintainedIn.includes(it));
        return (
          state.owners.at(-1)?.unit === state.unit &&
          both.length === 0 &&
          new Set(state.maintainedIn).size === state.maintainedIn.length
        );
      }),
    );
  });

  it('nothing comes of events before the first', () => {
    fc.assert(fc.property(events, (orphans) => folded(orphans).status === 'none'));
    expect(Object.keys(modelEvents)).toHaveLength(Object.keys(one).length + 2);
  });
});

describe('A suspended model', () => {
  it('may be declared not maintained without going on first', () => {
    const { status } = givenModel(suspended).when(
      { type: 'DeclareNotMaintained', id, year: 2026 },
      { reads: { verdicts }, reason: 'Dừng hẳn' },
    );
    expect(status).toBe('notMaintained');
  });
});
