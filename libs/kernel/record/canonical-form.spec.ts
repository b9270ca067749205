import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonical, canonicalForm, leafHash, NO_EVENTS, runningDigest, type StoredEvent } from '../index.js';

const event: StoredEvent = {
  eventId: 'e-1',
  stream: 'plan-1',
  revision: 3,
  type: 'PlanIssued',
  data: canonical({ b: 'Huế', a: 1 }),
  metadata: canonical({ salt: 'c2FsdA==', schemaVersion: '1' }),
  position: '0000000000000009',
};

describe('a leaf', () => {
  it.each([
    ['', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    ['L123456', '395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56'],
  ])('of %j is the published one (RFC 6962)', (form, leaf) => expect(leafHash(form)).toBe(leaf));
});

describe('the canonical form', () => {
  it('is canonical JSON, and says nothing of any store', () => {
    const form = canonicalForm('log-1', event);
    expect(canonical(JSON.parse(form))).toBe(form);
    expect(canonicalForm('log-1', { ...event, position: '7' } as StoredEvent)).toBe(form);
    expect(JSON.parse(form)).toEqual({
      data: { a: 1, b: 'Huế' },
      eventId: 'e-1',
      log: 'log-1',
      metadata: { salt: 'c2FsdA==', schemaVersion: '1' },
      revision: 3,
      stream: 'plan-1',
      type: 'PlanIssued',
    });
  });

  it('is another for whatever is another, the log included', () => {
    const change = fc.constantFrom<Partial<StoredEvent>>(
      { eventId: 'e-2' },
      { stream: 'plan-2' },
      { revision: 4 },
      { type: 'PlanSent' },
      { data: canonical({ b: 'Hue', a: 1 }) },
      { metadata: canonical({ salt: 'c2FsdB==', schemaVersion: '1' }) },
    );
    const leaf = leafHash(canonicalForm('log-1', event));
    fc.assert(fc.property(change, (other) => leafHash(canonicalForm('log-1', { ...event, ...other })) !== leaf));
    expect(leafHash(canonicalForm('log-2', event))).not.toBe(leaf);
  });

  it('is the JSON of any text that is well formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (type) => {
        const form = canonicalForm('log-1', { ...event, type });
        expect(canonical(JSON.parse(form))).toBe(form);
      }),
    );
  });
});

describe('a running digest', () => {
  it('begins with 32 zero bytes, and goes by order', () => {
    expect(NO_EVENTS).toBe(Buffer.alloc(32).toString('hex'));
    const [a, b] = [leafHash('a'), leafHash('b')];
    expect(runningDigest(runningDigest(NO_EVENTS, a), b)).not.toBe(runningDigest(runningDigest(NO_EVENTS, b), a));
    expect(runningDigest(NO_EVENTS, a)).toBe('1eb352ec7f1db03e8302fbb988e4279190968cbf0e62ac424bb93b1589ac17ba');
  });
});
