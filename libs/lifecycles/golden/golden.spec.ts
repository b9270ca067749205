import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { advance, canonical, contentHash, decodeWith, parseStream, unborn, type StoredEvent } from '#kernel';
import { lifecycleModules } from '#lifecycles';
import { everything, play } from './spec-support/actors.js';
import { chosen, story } from './spec-support/story.js';

const LOG = new URL('recorded.jsonl', import.meta.url);
const STATES = new URL('states.json', import.meta.url);
/** Set by whoever means to record anew, as when a lifecycle is added; never to make a failing replay pass, since every installation has the old events. */
const WRITE = process.env['KHEO_WRITE_GOLDEN'] === '1';

type Line = Pick<StoredEvent, 'stream' | 'revision' | 'type' | 'eventId' | 'commandId'> & {
  readonly schemaVersion: number;
  readonly data: unknown;
  readonly metadata: Record<string, string>;
};

const lifecycles = new Map(lifecycleModules.map(({ lifecycle }) => [lifecycle.name, lifecycle]));

const lineOf = ({ stream, revision, type, eventId, commandId, data, metadata }: StoredEvent): Line => {
  const meta = JSON.parse(metadata) as Record<string, string>;
  return {
    stream,
    revision,
    type,
    schemaVersion: Number(meta['schemaVersion']),
    eventId,
    commandId,
    data: JSON.parse(data),
    metadata: meta,
  };
};
const storedOf = ({ schemaVersion: _, data, metadata, ...line }: Line, at: number): StoredEvent => ({
  ...line,
  data: canonical(data),
  metadata: canonical(metadata),
  position: String(at).padStart(16, '0'),
});

/** The last state of every stream, by its name. */
function statesOf(events: readonly StoredEvent[]): Record<string, string> {
  const streams = [...new Set(events.map((it) => it.stream))].sort();
  return Object.fromEntries(
    streams.map((stream) => {
      const { name, id } = parseStream(stream);
      const fold = lifecycles.get(name);
      if (!fold) throw new Error(`There is no lifecycle ${name}`);
      const { state } = advance(
        unborn(fold, id),
        fold,
        events.filter((it) => it.stream === stream).map((it) => decodeWith(fold, it)),
      );
      return [stream, contentHash(state)];
    }),
  );
}

const played = async (): Promise<readonly StoredEvent[]> =>
  (await everything(await play(story))).filter((it) => chosen(it.stream));

if (WRITE) {
  const events = await played();
  writeFileSync(LOG, events.map((it) => `${canonical(lineOf(it))}\n`).join(''));
  writeFileSync(STATES, `${JSON.stringify(statesOf(events), null, 2)}\n`);
}

const recorded = readFileSync(LOG, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line, at) => storedOf(JSON.parse(line) as Line, at));
const expected = JSON.parse(readFileSync(STATES, 'utf8')) as Record<string, string>;

describe('the recorded log', () => {
  it('knows every lifecycle that was recorded: none was renamed or taken away', () => {
    const gone = recorded.map((it) => parseStream(it.stream).name).filter((name) => !lifecycles.has(name));
    expect(gone).toEqual([]);
    expect(recorded.length).toBeGreaterThan(80);
  });

  it.each(Object.entries(expected))('leads %s to the state that it led to when it was recorded', (stream, hash) => {
    expect(statesOf(recorded.filter((it) => it.stream === stream))).toEqual({ [stream]: hash });
  });

  it('has no event whose type its lifecycle does not know', () => {
    const unknown = recorded.filter(
      (it) => !Object.hasOwn(lifecycles.get(parseStream(it.stream).name)?.events ?? {}, it.type),
    );
    expect(unknown.map((it) => `${it.stream} ${it.type}`)).toEqual([]);
  });

  it('has no state but those expected, and no stream with a gap', () => {
    expect(Object.keys(statesOf(recorded))).toEqual(Object.keys(expected));
    for (const stream of Object.keys(expected)) {
      const revisions = recorded.filter((it) => it.stream === stream).map((it) => it.revision);
      expect(revisions).toEqual(revisions.map((_, at) => at));
    }
  });

  it('names nobody', () => {
    const text = readFileSync(LOG, 'utf8');
    expect(['Minh Hạnh', 'Văn Khánh', 'Thu Hà', 'Bích Ngọc'].filter((name) => text.includes(name))).toEqual([]);
  });
});

describe('the same story, told twice', () => {
  it('leaves the same bytes', async () => {
    expect(await played()).toEqual(await played());
  });
});
