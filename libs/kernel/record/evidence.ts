import { contentHash } from './json.js';
import type { SeenAnswer, SeenStream } from './envelope.js';

/** What a decision rests on. */
export interface Seen {
  readonly streams: readonly SeenStream[];
  readonly answers: readonly SeenAnswer[];
}

/**
 * The digest of what was seen: SHA-256 of the canonical JSON of `{answers, streams}`, each answer without `asOf`, which moves
 * with every event of the log. Anyone can recompute it from the log: the streams' running digests from the events' bytes, the
 * answers from the record itself.
 */
export function evidenceDigest({ streams, answers }: Seen): string {
  return contentHash({
    streams: streams.map(({ stream, revision, digest }) => ({ stream, revision, digest })),
    answers: answers.map(({ question, params, rows }) => ({ question, params, rows })),
  });
}
