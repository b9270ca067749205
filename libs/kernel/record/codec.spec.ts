import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonical, decode, encode, type EventMeta, type Json, type StoredEvent } from '../index.js';

const META: Omit<EventMeta, 'schemaVersion'> = {
  eventId: 'e1',
  occurredAt: '2026-09-01T00:00:00.000Z',
  effectiveFrom: '2026-10-01T00:00:00.000Z',
  recordedAt: '2026-09-01T02:00:00.000Z',
  reason: { keyId: 'k', iv: 'i', ct: 'c', tag: 't', place: 'request-r1\n0\nreason' },
  salt: 'c2FsdA==',
  policyVersion: 'p1',
  commandId: 'c1',
  commandType: 'Grant',
  commandHash: 'h1',
  causationId: 'k1',
  correlationId: 'r1',
  classification: 'PUBLIC',
  actor: { subject: 's1', role: 'HEAD', unit: 'u1', grant: 'g1', onBehalfOf: 's2', delegation: 'd1', capacity: 'KT' },
  document: {
    issuer: 'UBND',
    type: 'QĐ',
    number: '1/QĐ-UBND',
    year: 2026,
    signedOn: '2026-08-30',
    capacity: 'TM',
    office: 'Chủ tịch',
    hash: 'f'.repeat(64),
  },
  decision: {
    legalBasis: ['Điều 1'],
    policyVersion: 'p1',
    guards: [{ rule: 'open', facts: { n: 1 } }],
    saw: { streams: [{ stream: 's-1', revision: 3, digest: 'd' }], answers: [], evidence: 'x' },
  },
};

const stored = (event: ReturnType<typeof encode>): StoredEvent => ({
  ...event,
  stream: 'request-r1',
  revision: 0,
  position: '1',
});

describe('the stored form of an event', () => {
  it('has metadata that is flat, texts under texts', () => {
    const metadata = JSON.parse(encode('Granted', {}, META).metadata) as Record<string, unknown>;
    expect(Object.values(metadata).every((value) => typeof value === 'string')).toBe(true);
    expect(metadata).toMatchObject({
      schemaVersion: '1',
      'actor.subject': 's1',
      'actor.onBehalfOf': 's2',
      classification: 'PUBLIC',
    });
  });

  it('carries the whole envelope there and back', () => {
    const back = decode('log', stored(encode('Granted', { a: 1 }, META)), {});
    expect(back).toEqual({
      stream: 'request-r1',
      id: 'r1',
      revision: 0,
      position: '1',
      leaf: expect.stringMatching(/^[0-9a-f]{64}$/),
      event: { type: 'Granted', data: { a: 1 } },
      meta: { ...META, schemaVersion: 1 },
    });
  });

  it('leaves out what an event has not', () => {
    const { effectiveFrom: _e, reason: _r, policyVersion: _p, document: _d, decision: _c, ...least } = META;
    const bare = { ...least, actor: { subject: 's', role: 'r', unit: '', grant: 'g' } };
    expect(decode('log', stored(encode('Granted', {}, bare)), {}).meta).toEqual({ ...bare, schemaVersion: 1 });
  });

  it('carries any data there and back', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (data) => {
        const plain = JSON.parse(JSON.stringify(data)) as Json;
        expect(decode('log', stored(encode('Granted', plain, META)), {}).event.data).toEqual(plain);
      }),
    );
  });

  it.each(['salt', 'occurredAt', 'actor.subject', 'commandHash'])('without %s is a fault that names it', (key) => {
    const event = stored(encode('Granted', {}, META));
    const { [key]: _left, ...rest } = JSON.parse(event.metadata) as Record<string, string>;
    expect(() => decode('log', { ...event, metadata: JSON.stringify(rest) }, {})).toThrow(`no ${key}`);
  });
});

describe('schema versions', () => {
  const upcasters = [
    (data: Json): Json => ({ ...(data as object), two: true }),
    (data: Json): Json => ({ ...(data as object), three: true }),
  ];
  const at = (version: number): StoredEvent => {
    const event = stored(encode('Granted', { one: true }, META));
    return {
      ...event,
      metadata: JSON.stringify({ ...(JSON.parse(event.metadata) as object), schemaVersion: String(version) }),
    };
  };

  it('are written as one more than the number of upcasters', () => {
    expect(JSON.parse(encode('Granted', {}, META, { upcasters }).metadata)).toMatchObject({ schemaVersion: '3' });
  });

  it.each([
    [1, { one: true, two: true, three: true }],
    [2, { one: true, three: true }],
    [3, { one: true }],
  ])('are lifted from version %i to the present one', (version, data) =>
    expect(decode('log', at(version), { upcasters }).event.data).toEqual(data),
  );

  it('that are newer than this program knows are a fault, never skipped', () => {
    expect(() => decode('log', at(4), { upcasters })).toThrow(
      'Granted at request-r1@0 has schema version 4; this program knows 1 to 3',
    );
  });
});

describe('what is no event', () => {
  const event = stored(encode('Granted', {}, META));

  it.each([
    ['data that are a list', { ...event, data: '[1]' }],
    ['data that are no JSON', { ...event, data: '{' }],
    ['metadata that are null', { ...event, metadata: 'null' }],
    ['metadata of numbers', { ...event, metadata: event.metadata.replace('"c1"', '1') }],
    [
      'a reason in clear',
      { ...event, metadata: canonical({ ...(JSON.parse(event.metadata) as object), reason: '"vì"' }) },
    ],
  ])('%s: is a named fault', (_what, broken) => {
    expect(() => decode('log', broken, {})).toThrow(
      expect.objectContaining({ name: 'LogFault', code: 'MALFORMED_EVENT' }),
    );
  });

  it('has a prototype of its own only in name: hostile keys stay data', () => {
    const hostile = { ...event, data: '{"__proto__":{"admin":true},"constructor":1}' };
    const { data } = decode('log', hostile, {}).event;
    expect(Object.keys(data)).toEqual(['__proto__', 'constructor']);
    expect((data as { admin?: boolean }).admin).toBeUndefined();
  });

  it.each(['0', '-1', '1.5', 'x'])('has schema version %s: is a named fault', (schemaVersion) => {
    const metadata = canonical({ ...(JSON.parse(event.metadata) as object), schemaVersion });
    expect(() => decode('log', { ...event, metadata }, {})).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_SCHEMA_VERSION' }),
    );
  });
});
