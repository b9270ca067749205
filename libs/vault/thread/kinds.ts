import type { KindName } from '../messages.js';
import { attempts } from './attempts.js';
import { keys } from './keys.js';
import type { FileKind } from './kind.js';

/** The kinds of file, by name. */
export const KINDS: Readonly<Record<KindName, FileKind>> = { keys, attempts };
