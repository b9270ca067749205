import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Viewer } from '#identity';
import { canonical, encode, type DomainEvent, type Json } from '#kernel';
import { openMemoryStore } from '#stores';
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
  const views = await openViews({ folder, views: given, store });
  let count = 0;
  const encoded = ({ type, data }: DomainEvent) => {
    count += 1;
    const [eventId, commandId, at] = [`event-${count}`, `command-${count}`, '2026-09-01T02:00:00.000Z'];
    const actor = { subject: 'subject-1', role: 'UNIT_CLERK', unit: 'unit-1', grant: 'grant-1' };
    const ids = { eventId, commandId, causationId: commandId, correlationId: commandId };
    const plain = JSON.parse(canonical(data)) as Json;
    return encode(type, plain, {
      ...ids,
      commandType: 'Test',
      commandHash: 'hash',
      occurredAt: at,
      recordedAt: at,
      classification: 'INTERNAL',
      actor,
    });
  };
  return {
    views,
    tell: async (stream, ...events) => {
      const result = await store.append(stream, 'any', events.map(encoded));
      if (result.outcome !== 'appended') throw new Error(`The append ended as ${canonical(result)}`);
      await views.waitFor(result.position, 5_000);
    },
    seenBy: (name, viewer) => {
      const page = views.list(name, {
        viewer: { ...nobody, ...viewer },
        where: [],
        orderBy: { column: 'id', direction: 'asc' },
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
