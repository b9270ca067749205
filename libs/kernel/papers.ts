import type { Conditions } from './case.js';
import type { CommandRequest } from './command.js';
import { fenceStream } from './fence/fence.js';
import type { Transition } from './lifecycle.js';
import type { ReadScope } from './read-scope.js';
import type { DocumentRef } from './record/envelope.js';
import type { Json } from './record/json.js';
import type { Refusal } from './refusal.js';
import { refusals } from './refusals.js';
import { derivedId } from './sources.js';

/** Who issues papers. */
export interface PaperIssuers {
  /**
   * The registered body that issued under a name on a civil day.
   * @returns undefined for a body that is not registered: its papers are not held against each other
   */
  issuerOf(name: string, day: string, reads: ReadScope): Promise<string | undefined>;
}

/** A paper of a registered body: what its number stands for once it has been cited. */
export interface Paper {
  readonly fence: string;
  readonly issuer: string;
  readonly document: DocumentRef;
}

/** What the first citation of a number fixes: it is one paper wherever it is cited (NĐ 30/2020/NĐ-CP, Art. 15 on numbering). */
interface Cited {
  readonly signedOn: string;
  readonly hash?: string;
}

/** The paper that a request brings where its row asks for one, if a registered body issued it. */
export async function paperIn(
  { decision }: Transition,
  { document }: CommandRequest,
  issuers: PaperIssuers,
  reads: ReadScope,
): Promise<Paper | undefined> {
  if (!document || !decision?.needs?.includes('document')) return undefined;
  const issuer = await issuers.issuerOf(document.issuer, document.signedOn, reads);
  if (issuer === undefined) return undefined;
  const { type, number, year } = document;
  const fence = fenceStream('paper', derivedId('paper', issuer, plain(type), plain(number), year));
  return { fence, issuer, document };
}

/** One spelling: letters without case and spaces, numbers without leading zeros. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\s+/g, '')
    .replace(/^0+(?=\d)/, '')
    .toLocaleLowerCase('vi');

/** What became known of a paper at its fence. */
export interface PaperSeen {
  readonly paper: Paper;
  /** The facts of the fence, oldest first. */
  readonly facts: readonly Json[];
}

/** What the number stands for so far, put together from its citations. */
const citedIn = (facts: readonly Json[]): Cited | undefined =>
  facts.length === 0 ? undefined : (Object.assign({}, ...facts) as Cited);

/** The number names the same paper as wherever it was cited before: the same day of signing, the same file. */
export function paperConditions(seen: PaperSeen | undefined): Conditions | Refusal {
  if (!seen) return [];
  const { paper, facts } = seen;
  const { number, signedOn, hash } = paper.document;
  const cited = citedIn(facts);
  if (cited && cited.signedOn !== signedOn) return refusals.paperDiffers({ number }, ['document', 'signedOn']);
  if (cited?.hash !== undefined && hash !== undefined && cited.hash !== hash)
    return refusals.paperFileDiffers({ number }, ['document', 'hash']);
  return [{ rule: 'paperIsOne', facts: { issuer: paper.issuer, number, cited: cited !== undefined } }];
}

/** The fact that a citation adds to what the number stands for; undefined when it adds nothing. */
export function factOf({ paper: { document }, facts }: PaperSeen): Json | undefined {
  const { signedOn, hash } = document;
  const cited = citedIn(facts);
  const adds = !cited || (hash !== undefined && cited.hash === undefined);
  return adds ? { signedOn, ...(hash !== undefined && { hash }) } : undefined;
}
