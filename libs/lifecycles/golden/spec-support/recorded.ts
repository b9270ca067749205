import { readFileSync } from 'node:fs';
import { canonical, type StoredEvent } from '#kernel';

/** A file of the recorded log's folder. */
export const recordedFile = (name: string): URL => new URL(`../recorded/${name}`, import.meta.url);

/** A recorded line: the canonical form of an event, as `kheo log export` writes it. */
export interface Line {
  readonly log: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly eventId: string;
  readonly data: unknown;
  readonly metadata: Readonly<Record<string, string>>;
}

/** The event of a line, as a store would return it. */
export const storedOf = ({ log: _log, data, metadata, ...line }: Line, index: number): StoredEvent => ({
  ...line,
  data: canonical(data),
  metadata: canonical(metadata),
  position: String(index + 1).padStart(16, '0'),
});

/** The recorded log, line by line. */
export const recordedLines = (): readonly string[] =>
  readFileSync(recordedFile('log.jsonl'), 'utf8').trimEnd().split('\n');
