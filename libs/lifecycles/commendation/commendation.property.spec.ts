import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { prose } from '#kernel';
import type { CommendationCommand, ItemDecision } from './commands.js';
import type { CommendationEvent } from './events.js';
import { openItems, type CommendationState, type Dossier } from './state.js';
import {
  BB,
  CV,
  dossier,
  draft,
  fine,
  person,
  prepared,
  QD,
  team,
  TTR,
  unit,
  untilDecided,
  untilDecision,
  untilSubmitted,
} from './spec-support/examples.js';

const id = 'dossier-1';
const ON = '2026-11-30';
const anyItem = fc.constantFrom('a', 'b', 'c', 'item-0-new');
const plain = fc
  .constantFrom<CommendationCommand['type']>(
    'SubmitDossier',
    'ResubmitDossier',
    'WithdrawDossier',
    'ReceiveDossier',
    'ReturnDossier',
    'DeemOpinionGiven',
    'SubmitForDecision',
    'DecideAtUnit',
    'PublishDecision',
  )
  .map((type) => ({ type, id }) as CommendationCommand);
const decision = fc.record({
  item: anyItem,
  outcome: fc.constantFrom<ItemDecision['outcome']>('GRANTED', 'REFUSED', 'RETURNED'),
  reason: fc.constant(prose('Lý do')),
});
const decisions = fc.uniqueArray(decision, { selector: (it) => it.item, minLength: 1, maxLength: 4 });

const command: fc.Arbitrary<CommendationCommand> = fc.oneof(
  { weight: 3, arbitrary: plain },
  {
    weight: 2,
    arbitrary: decisions.map((it): CommendationCommand => ({ type: 'DecideCommendation', id, decisions: it })),
  },
  decisions.map((it): CommendationCommand => ({ type: 'EnterDecision', id, decisions: it, decidedBy: 'Chủ tịch' })),
  fc.subarray(['a', 'b', 'c']).map((items): CommendationCommand => ({
    type: 'AppraiseDossier',
    id,
    findings: items.map((it) => ({ item: it, eligible: true, checks: [] })),
  })),
  fc.integer({ min: 0, max: 10 }).map((votesFor): CommendationCommand => ({
    type: 'RecordCouncilVote',
    id,
    members: 10,
    present: 10,
    votesFor,
    votesAgainst: 10 - votesFor,
    secret: true,
  })),
  fc
    .record({ item: anyItem, removed: fc.subarray(['a', 'b', 'c'], { maxLength: 1 }) })
    .map(({ item, removed }): CommendationCommand => ({
      type: 'ReviseDossier',
      id,
      items: removed.includes(item) ? [] : [{ ...draft(item === 'a' ? team : person(`person-${item}`)), item }],
      removed,
    })),
  anyItem.map((item): CommendationCommand => ({ type: 'PlaceHold', id, item, ground: 'INSPECTION' })),
  anyItem.map((item): CommendationCommand => ({ type: 'ReleaseHold', id, item })),
  fc.constant<CommendationCommand>({ type: 'RequestOpinion', id, bodies: ['x'] }),
  fc.constant<CommendationCommand>({ type: 'RecordOpinion', id, body: 'x', opinion: 'OBJECTS' }),
  anyItem.map((item): CommendationCommand => ({ type: 'ConferAward', id, items: [item], on: ON })),
  anyItem.map((item): CommendationCommand => ({ type: 'RecordAwardMoney', id, item, amount: 1_000_000, on: ON })),
  anyItem.map((item): CommendationCommand => ({ type: 'CancelCommendation', id, item, ground: 'FRAUD' })),
  anyItem.map((item): CommendationCommand => ({ type: 'RecoverAwardObject', id, item, on: ON })),
);

const DOCUMENTS: Readonly<Record<string, typeof QD>> = {
  RecordCouncilVote: BB,
  SubmitForDecision: TTR,
  IssueErratum: CV,
};

/** Carries out what is allowed and passes over the rest, as a service does. */
function live(
  begun: readonly CommendationEvent[],
  commands: readonly CommendationCommand[],
): readonly {
  readonly before: CommendationState;
  readonly events: readonly CommendationEvent[];
  readonly after: Dossier;
}[] {
  let past = begun;
  return commands.map((next) => {
    const before = dossier(past).state;
    const around = fine({
      document: DOCUMENTS[next.type] ?? QD,
      actor: { subject: 'official', role: 'UBND_DECIDER' },
      reads: { bodies: [unit('x')] },
    });
    const { events } = dossier(past).when(next, around);
    past = [...past, ...events];
    return { before, events, after: dossier(past).state as Dossier };
  });
}

const begun = fc.constantFrom<readonly CommendationEvent[]>([prepared()], untilSubmitted, untilDecision, untilDecided);
const lives = fc.tuple(begun, fc.array(command, { maxLength: 40 })).map(([past, commands]) => live(past, commands));

describe('Mọi diễn biến của hồ sơ khen thưởng', () => {
  it('never grants what is on hold when it is recorded', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        for (const { before, events } of steps) {
          const granted = events.flatMap((it) =>
            it.type === 'CommendationGranted' || it.type === 'UnitCommendationGranted' ? it.data.items : [],
          );
          for (const { item } of granted) {
            expect((before as Dossier).items.find((it) => it.item === item)?.hold).toBeUndefined();
          }
        }
      }),
    );
  });

  it('settles an item for good: granted stays granted, refused stays refused', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        for (const { before, after } of steps) {
          for (const { item, outcome } of (before as Dossier).items) {
            if (['GRANTED', 'REFUSED', 'WITHDRAWN'].includes(outcome))
              expect(after.items.find((it) => it.item === item)?.outcome).toBe(outcome);
          }
        }
      }),
    );
  });

  it('has open items exactly while it is not over, and each achievement once', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        for (const { after } of steps) {
          expect(openItems(after).length === 0).toBe(after.status === 'decided' || after.status === 'withdrawn');
          expect(new Set(after.items.map((it) => it.fingerprint)).size).toBe(after.items.length);
        }
      }),
    );
  });

  it('has an award exactly where something was granted, and recovers only what was cancelled', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        for (const { after } of steps) {
          for (const { outcome, award } of after.items) {
            expect(award !== undefined).toBe(outcome === 'GRANTED');
            if (award?.recovery) expect(award.cancelled).toBeDefined();
          }
        }
      }),
    );
  });

  it('submits for decision only what the council has voted for', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        for (const { before, events } of steps) {
          if (events.some((it) => it.type === 'SubmittedForDecision'))
            expect((before as Dossier).vote?.passed).toBe(true);
        }
      }),
    );
  });
});
