import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { prose } from '#kernel';
import { recipientKey } from '#lifecycles/recipient';
import type { CommendationCommand, ItemDecision } from './commands.js';
import type { CommendationEvent } from './events.js';
import type { Recipient } from './items.js';
import { openItems, type CommendationState, type Dossier, type Item } from './state.js';
import {
  BB,
  CV,
  dossier,
  draft,
  fine,
  held,
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

/** A command, and who is on hold when it is sent. */
interface Sent {
  readonly next: CommendationCommand;
  readonly onHold: readonly Recipient[];
}
interface Step {
  readonly before: CommendationState;
  readonly events: readonly CommendationEvent[];
  readonly after: Dossier;
  /** The keys of those on hold. */
  readonly onHold: readonly string[];
}

/** Carries out what is allowed and passes over the rest, as a service does. */
function live(begun: readonly CommendationEvent[], sent: readonly Sent[]): readonly Step[] {
  let past = begun;
  return sent.map(({ next, onHold }) => {
    const before = dossier(past).state;
    const around = fine({
      document: DOCUMENTS[next.type] ?? QD,
      actor: { subject: 'official', role: 'UBND_DECIDER' },
      reads: { bodies: [unit('x')], holds: onHold.map(held) },
    });
    const { events } = dossier(past).when(next, around);
    past = [...past, ...events];
    return { before, events, after: dossier(past).state as Dossier, onHold: onHold.map(recipientKey) };
  });
}

const RECIPIENTS = ['person-b', 'person-c'].map(person).concat(team);
const sent = fc.record({
  next: command,
  onHold: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.subarray(RECIPIENTS)),
});
const begun = fc.constantFrom<readonly CommendationEvent[]>([prepared()], untilSubmitted, untilDecision, untilDecided);
const lives = fc.tuple(begun, fc.array(sent, { maxLength: 40 })).map(([past, all]) => live(past, all));

/** The items that some events send or grant. */
function movedBy(events: readonly CommendationEvent[], before: CommendationState): readonly Item[] {
  const { items } = before as Dossier;
  return events.flatMap((it) => {
    if (it.type === 'DossierSubmitted' || it.type === 'DossierResubmitted') return openItems(before as Dossier);
    if (it.type !== 'CommendationGranted' && it.type !== 'UnitCommendationGranted') return [];
    return items.filter(({ item }) => it.data.items.some((granted) => granted.item === item));
  });
}

describe('Mọi diễn biến của hồ sơ khen thưởng', () => {
  it('never sends nor grants what is for somebody on hold, whatever was taken out and put in again', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        for (const { onHold, events, before } of steps) {
          for (const { recipient } of movedBy(events, before)) expect(onHold).not.toContain(recipientKey(recipient));
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
