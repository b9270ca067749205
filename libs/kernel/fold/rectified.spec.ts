import { describe, expect, it } from '@jest/globals';
import { encode, eventIdOf, type EntryRectified, type Fold, type Patch } from '../index.js';
import { requestFold, type RequestState } from '../spec-support/example.js';
import { House, NOW } from '../spec-support/house.js';

const fold = requestFold as never as Fold<RequestState>;
const LATER = '2026-10-01T00:00:00.000Z';

/** A request with a draft, and a correction of its first event, recorded later. */
async function corrected(patch: Patch): Promise<{ readonly house: House; readonly id: string }> {
  const house = new House();
  const id = await house.drafted();
  const stream = `request-${id}`;
  const [wrong] = await house.store.readStream(stream);
  const data: EntryRectified['data'] = { corrects: wrong?.eventId ?? '', patch, requestedBy: 'clerk' };
  const event = encode('EntryRectified', JSON.parse(JSON.stringify(data)), {
    eventId: eventIdOf(stream, 'rectify', 0),
    occurredAt: LATER,
    recordedAt: LATER,
    actor: { subject: 'leader', role: 'LEADER', unit: 'office', grant: 'g' },
    commandId: 'rectify',
    commandType: 'RectifyEntry',
    commandHash: 'h',
    causationId: 'rectify',
    correlationId: 'rectify',
    classification: 'INTERNAL',
    salt: '',
  });
  await house.loader.load(fold, id);
  await house.store.append(stream, 'any', [event]);
  return { house, id };
}

describe('a corrected entry', () => {
  it('reads right from its own place on, also where the state was known before', async () => {
    const { house, id } = await corrected({ data: { note: 'đúng', secret: true } });
    const { state, revision } = await house.loader.load(fold, id);
    expect([state, revision]).toMatchObject([{ status: 'drafted', note: 'đúng', secret: true, unit: 'ward' }, 2]);
  });

  it('is known only from the correction on: cut by revision, or by what had been recorded', async () => {
    const { house, id } = await corrected({ data: { note: 'đúng' } });
    const noteAt = async (cut: object): Promise<unknown> =>
      (({ state }) => state.status !== 'none' && state.note)(await house.loader.at(fold, id, cut));
    expect(await noteAt({ revision: 1 })).toBe('ngắn');
    expect(await noteAt({ recordedAt: NOW })).toBe('ngắn');
    expect(await noteAt({ recordedAt: LATER })).toBe('đúng');
    expect(await noteAt({ revision: 2 })).toBe('đúng');
  });

  it('shows the right values in its own place, and who wrote it as it was', async () => {
    const { house, id } = await corrected({
      occurredAt: '2026-08-31T00:00:00.000Z',
      document: { number: '21' },
      data: { note: null },
    });
    const [first] = await house.loader.steps(fold, id);
    expect(first?.recorded.meta).toMatchObject({
      occurredAt: '2026-08-31T00:00:00.000Z',
      document: { number: '21' },
      recordedAt: NOW,
    });
    expect(first?.recorded.meta.actor.subject).toBe('clerk');
    expect(first?.recorded.event.data).not.toHaveProperty('note');
  });

  it('leaves what was stored, and so its digest, as it was', async () => {
    const { house, id } = await corrected({ data: { note: 'đúng' } });
    const before = await house.loader.at(fold, id, { revision: 1 });
    const [wrong] = await house.loader.history(fold, id);
    expect(wrong?.event.data).toMatchObject({ note: 'ngắn' });
    expect(before.digest).toBe((await house.loader.at(fold, id, { revision: 1 })).digest);
    expect(before.digest).not.toBe((await house.loader.load(fold, id)).digest);
  });
});

describe('an event that the program does not know', () => {
  it.each([
    ['a type', { type: 'RequestBurnt' }, 'UNKNOWN_EVENT_TYPE'],
    ['a prototype’s name', { type: 'constructor' }, 'UNKNOWN_EVENT_TYPE'],
    ['data', { data: '[]' }, 'MALFORMED_EVENT'],
    ['no JSON', { data: '{' }, 'MALFORMED_EVENT'],
    ['metadata', { metadata: '{}' }, 'MALFORMED_EVENT'],
    ['a version', { metadata: 'later' }, 'UNKNOWN_SCHEMA_VERSION'],
  ])('%s: is a named fault when it is decided on, and nothing is written', async (_what, change, code) => {
    const house = new House();
    const id = await house.drafted();
    const [first] = await house.store.readStream(`request-${id}`);
    if (!first) throw new Error('There is no event');
    const later = first.metadata.replace('"schemaVersion":"1"', '"schemaVersion":"2"');
    const strange = { ...first, eventId: 'strange', ...change };
    const metadata = strange.metadata === 'later' ? later : strange.metadata;
    await house.store.append(`request-${id}`, 'any', [{ ...strange, metadata }]);
    await expect(house.request('clerk', { type: 'AmendRequest', id, note: 'x' })).rejects.toMatchObject({
      name: 'LogFault',
      code,
    });
    expect(await house.store.readStream(`request-${id}`)).toHaveLength(3);
  });
});
