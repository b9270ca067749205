import type { Json } from './json.js';
import { contentHash } from './json.js';
import type { SeenStream } from './envelope.js';
import type { Loaded } from './fold.js';
import type { AnyRead, CommandShape, Lifecycle, Transition } from './lifecycle.js';
import type { Loader } from './loader.js';

/** Answers the named questions that transitions ask of the views, as of the head of the log. */
export interface Questions {
  ask(question: string, params: Readonly<Record<string, string | number>>): Promise<readonly Json[]>;
}

/** All that one decision looks at. */
export interface Case {
  readonly target: Loaded;
  readonly reads: Readonly<Record<string, Loaded | readonly Loaded[] | readonly Json[]>>;
}

/** Loads the streams that a transition reads; `command` is absent when an action is only being explained. */
export async function loadReads(
  transition: Transition,
  target: Loaded,
  command: CommandShape | undefined,
  loader: Loader,
  questions: Questions,
): Promise<Case> {
  const loadOne = (read: AnyRead<unknown, unknown>): Promise<Loaded | readonly Loaded[] | readonly Json[]> => {
    switch (read.kind) {
      case 'one':
        return loader.load(read.fold, read.id(target.state, command) ?? '');
      case 'many':
        return Promise.all(read.ids(target.state, command).map((id) => loader.load(read.fold, id)));
      case 'ask':
        return questions.ask(read.question, read.params(target.state, command));
    }
  };
  const entries = Object.entries(transition.reads) as [string, AnyRead<unknown, unknown>][];
  const values = await Promise.all(entries.map(async ([key, read]) => [key, await loadOne(read)] as const));
  return { target, reads: Object.fromEntries(values) };
}

const isLoaded = (value: unknown): value is Loaded =>
  typeof value === 'object' && value !== null && 'participants' in value;

/** The streams of a case, the target first. */
export function streamsOf(it: Case): readonly Loaded[] {
  return [
    it.target,
    ...Object.values(it.reads)
      .flatMap((value) => (Array.isArray(value) ? value : [value]))
      .filter(isLoaded),
  ];
}

/** The streams and revisions a decision saw, and one digest over everything in them. */
export function evidenceOf(it: Case): { streams: readonly SeenStream[]; evidence: string } {
  const streams = streamsOf(it).filter((loaded) => loaded.id !== '');
  const seen = streams.map(({ stream, revision }) => ({ stream, revision }));
  const answers = Object.entries(it.reads).filter(([, value]) => Array.isArray(value) && !value.some(isLoaded));
  return {
    streams: seen,
    evidence: contentHash({
      states: streams.map(({ stream, revision, state }) => ({ stream, revision, state })),
      answers,
    }),
  };
}

/** The persons who sent a command in the case; `command` may be qualified as `lifecycle.Command`. */
export function sendersOf(it: Case, command: string): ReadonlySet<string> {
  const [name, bare] = command.includes('.') ? command.split('.', 2) : [it.target.name, command];
  const senders = streamsOf(it)
    .filter((loaded) => loaded.name === name)
    .flatMap((loaded) => [...(loaded.participants.get(bare ?? '') ?? [])]);
  return new Set(senders);
}

/** The lifecycle's row for a command, if it has one. */
export const rowOf = (lifecycle: Lifecycle, command: string): Transition | undefined =>
  Object.hasOwn(lifecycle.commands, command) ? lifecycle.commands[command] : undefined;
