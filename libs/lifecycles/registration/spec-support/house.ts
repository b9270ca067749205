import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Viewer } from '#identity';
import { canonical, encode, type DomainEvent, type Json } from '#kernel';
import { openMemoryStore } from '#stores';
import { recorded, SPEC_LOG } from '#testing';
import { openViews, type EntityView, type Views } from '#views';

/** A log and its views for one spec. */
export interface House {
  readonly views: Views;
  /** Appends to a stream as the engine would, and waits until the views show it. */
  tell(stream: string, ...events: readonly DomainEvent[]): Promise<void>;
  /** The ids of what a viewer may read, in their order. */
  seenBy(name: string, viewer: Partial<Viewer>): readonly string[];
  end(): Promise<void>;
}

const nobody: Viewer = { subject: 'nobody', roles: [], units: [], audiences: [], seesRestricted: false, grants: [] };

/** Opens an empty log with these views. */
export async function openHouse(given: readonly EntityView[]): Promise<House> {
  const store = openMemoryStore();
  const folder = mkdtempSync(join(tmpdir(), 'registration-'));
  const views = await openViews({ folder, views: given, store, logId: SPEC_LOG.logId });
  let count = 0;
  const encoded = (stream: string) => (event: DomainEvent) => {
    count += 1;
    const { meta } = recorded(stream, event);
    const plain = JSON.parse(canonical(event.data)) as Json;
    return encode(event.type, plain, { ...meta, eventId: `event-${count}`, commandId: `command-${count}` });
  };
  return {
    views,
    tell: async (stream, ...events) => {
      const result = await store.append(stream, 'any', events.map(encoded(stream)));
      if (result.outcome !== 'appended') throw new Error(`The append ended as ${canonical(result)}`);
      await views.waitFor(result.position, 5_000);
    },
    seenBy: (name, viewer) => {
      const page = views.list(name, {
        viewer: { ...nobody, ...viewer },
        where: [],
        orderBy: { column: 'createdAt', direction: 'asc' },
        first: 100,
      });
      return page.edges.map(({ node }) => node.id);
    },
    end: async () => {
      await views.close();
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}
