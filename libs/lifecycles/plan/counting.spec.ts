import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { prose } from '#kernel';
import { stateAfter, type Past } from '#testing';
import type { PlanEvent } from './events.js';
import { planLifecycle } from './lifecycle.js';
import { content, pasts, plansBefore } from './spec-support/examples.js';
import { planFold, type PlanState } from './state.js';

const folded = (...past: readonly Past<PlanEvent>[]): PlanState => stateAfter<PlanState, PlanEvent>(planFold, past);
const dueAt = 'later';
const correction = prose('Sửa “12” thành “21”');
const erratum: PlanEvent = { type: 'PlanErratumIssued', data: { correction } };
const submitted = (late: boolean): PlanEvent => ({ type: 'PlanSubmitted', data: { late, dueAt } });
const returned: PlanEvent = { type: 'PlanReturned', data: { dueAt } };
const issued: PlanEvent = { type: 'PlanIssued', data: {} };
const replaced: PlanEvent = { type: 'PlanReplaced', data: { content: { ...content, title: 'Bản thay' }, dueAt } };

describe('what T-1 counts', () => {
  it.each<[string, readonly PlanEvent[], boolean, boolean]>([
    ['not a draft', pasts.drafted, false, false],
    ['an issue that has not arrived: issued, not received', pasts.submitted, true, false],
    ['a plan that arrived', pasts.received, true, true],
    ['a plan that came back later', pasts.returned, true, true],
    ['a plan that was replaced', [...pasts.accepted, replaced], true, true],
    ['not one that was withdrawn', pasts.withdrawn, false, false],
    ['not one that is drafted anew', [...pasts.withdrawn, ...pasts.drafted], false, false],
  ])('is %s', (_, past, issuedOnce, receivedOnce) =>
    expect(folded(...past)).toMatchObject({ issued: issuedOnce, received: receivedOnce }),
  );
});

describe('a plan that is issued again', () => {
  it('keeps the timeliness of what arrived first when it is replaced or returned', () => {
    expect(folded(...pasts.accepted, replaced, submitted(true))).toMatchObject({ late: false });
    expect(folded(...pasts.returned, issued, submitted(true))).toMatchObject({ late: false });
  });

  it('keeps the timeliness of what was sent in time and came back before it was received', () => {
    expect(folded(...pasts.submitted, returned, issued, submitted(true))).toMatchObject({ late: false });
  });

  it('is judged anew when it was withdrawn and drafted anew', () => {
    expect(folded(...pasts.withdrawn, ...pasts.drafted, issued, submitted(true))).toMatchObject({ late: true });
  });

  it('keeps the cycle’s deadline when it is replaced before it was ever sent', () => {
    expect(folded(...pasts.issued, replaced)).toMatchObject({ dueAt: plansBefore });
    expect(folded(...pasts.accepted, replaced)).toMatchObject({ dueAt });
  });

  it('stays late when it was late', () => {
    const late = [
      ...pasts.issued,
      submitted(true),
      { type: 'PlanReceived', data: { dueAt } } as const,
      returned,
      issued,
      submitted(false),
    ];
    expect(folded(...late)).toMatchObject({ late: true, timesReturned: 1 });
  });

  it('keeps in sight what stood before, in its order', () => {
    const state = folded(
      ...pasts.accepted,
      replaced,
      submitted(false),
      { type: 'PlanReceived', data: { dueAt } },
      replaced,
    );
    expect(state).toMatchObject({ replaced: [{ title: content.title }, { title: 'Bản thay' }] });
  });

  it('is only corrected by an erratum: nothing else moves', () => {
    const state = folded(...pasts.accepted);
    const meta = { occurredAt: '2026-09-10T17:00:00.000Z' };
    expect(folded(...pasts.accepted, { event: erratum, meta })).toEqual({
      ...state,
      corrections: [{ text: correction, on: '2026-09-11' }],
    });
  });
});

const anyEvent: fc.Arbitrary<PlanEvent> = fc.constantFrom<PlanEvent>(
  ...pasts.drafted,
  issued,
  submitted(true),
  submitted(false),
  returned,
  replaced,
  { type: 'PlanRevised', data: { content } },
  { type: 'PlanReceived', data: { dueAt } },
  { type: 'PlanAccepted', data: {} },
  { type: 'PlanAmended', data: { content } },
  erratum,
  { type: 'PlanWithdrawn', data: {} },
);

describe('any sequence of events', () => {
  it('folds without a fault to a known state; nothing is awaited of what is accepted, nothing is counted of what is withdrawn', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 20 }), (events) => {
        const state = folded(...events);
        expect(Object.keys(planLifecycle.states)).toContain(state.status);
        if (state.status === 'withdrawn')
          expect([state.issued, state.received, state.dueAt]).toEqual([false, false, undefined]);
        if (state.status === 'accepted') expect(state.dueAt).toBeUndefined();
      }),
    );
  });

  it('leaves a plan that does not exist alone', () => expect(folded(issued, replaced)).toEqual({ status: 'none' }));
});
