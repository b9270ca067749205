import { toGlobalId } from '#graphql';
import type { Viewer } from '#identity';
import type { Change } from '#views';
import { sees } from '#visibility';
import type { OverviewReader } from '../reader.js';
import { addTo, ChangeFeed, type InboxChange, type Teller } from './change-feed.js';

/** The listeners that one subject has, on whatever sockets. */
interface Group {
  /** What the subject may see now. */
  readonly viewer: () => Promise<Viewer>;
  readonly feeds: Set<ChangeFeed>;
}

/** As many changed dossiers are looked at in one turn; beyond that, everything is to be read again. */
const MOST_IN_A_TURN = 2_000;

/** A listener is told of what the viewer sees; and once of what the viewer sees no longer, so that nobody keeps an outdated copy. */
const mayKnow = (viewer: Viewer, { exposure, before }: Change): boolean =>
  sees(viewer, exposure) || (before !== undefined && sees(viewer, before));

/**
 * Everybody who listens to changes. What is committed is told in turns: each turn asks once for each subject who that is now, and
 * decides in memory what concerns that subject; what is committed meanwhile is the next turn's.
 */
export class Listeners implements Teller {
  readonly #groups = new Map<string, Group>();
  #changes = new Map<string, Change>();
  #tooMany = false;
  /** The turns that what was committed until now takes; never rejects. */
  #turns: Promise<void> = Promise.resolve();
  #stop: (() => void) | undefined;

  constructor(private readonly reader: OverviewReader) {}

  /**
   * The changes that concern one subject, as they are committed, until the feed is returned.
   * @param viewer what the subject may see now; a fault of it ends the subject's feeds
   */
  listen(subject: string, viewer: () => Promise<Viewer>): ChangeFeed {
    const group = this.#groups.get(subject) ?? { viewer, feeds: new Set() };
    const feed = new ChangeFeed(this, (ended) => this.#leave(subject, group, ended));
    group.feeds.add(feed);
    this.#groups.set(subject, group);
    this.#stop ??= this.reader.views.onChange((changes) => this.#take(changes));
    return feed;
  }

  settled(): Promise<void> {
    return this.#turns;
  }

  everything(): InboxChange {
    return { position: this.reader.views.position() };
  }

  about({ name, id }: Change): InboxChange {
    const type = this.reader.modules.find(({ lifecycle }) => lifecycle.name === name)?.type.typeName ?? name;
    return { ...this.everything(), lifecycle: name, id: toGlobalId(type, id) };
  }

  #leave(subject: string, group: Group, feed: ChangeFeed): void {
    group.feeds.delete(feed);
    if (group.feeds.size > 0 || this.#groups.get(subject) !== group) return;
    this.#groups.delete(subject);
    if (this.#groups.size > 0) return;
    this.#stop?.();
    this.#stop = undefined;
    this.#changes.clear();
  }

  #take(changes: readonly Change[]): void {
    for (const change of changes) addTo(this.#changes, change);
    if (this.#changes.size > MOST_IN_A_TURN) {
      this.#changes.clear();
      this.#tooMany = true;
    }
    this.#turns = this.#turns.then(() => this.#tell());
  }

  /** A fault belongs to the subject for whom it came up. */
  async #tell(): Promise<void> {
    if (!this.#tooMany && this.#changes.size === 0) return;
    const [changes, tooMany] = [[...this.#changes.values()], this.#tooMany];
    this.#changes = new Map();
    this.#tooMany = false;
    await Promise.all([...this.#groups.values()].map((group) => tellGroup(group, changes, tooMany)));
  }
}

async function tellGroup({ viewer, feeds }: Group, changes: readonly Change[], tooMany: boolean): Promise<void> {
  try {
    const now = await viewer();
    const known = (change: Change): boolean => mayKnow(now, change);
    const concerning = changes.filter(known);
    for (const feed of feeds) {
      if (now.roles.length === 0) feed.forget();
      feed.offer(concerning, known);
      if (tooMany && now.roles.length > 0) feed.overflow();
    }
  } catch (error) {
    for (const feed of feeds) feed.fail(error);
  }
}
