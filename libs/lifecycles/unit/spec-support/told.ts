import { encode, type DomainEvent, type EventMeta, type EventStore } from '#kernel';
import type { Past } from '#testing';

const NOW = '2026-09-01T02:00:00.000Z';
let count = 0;

/** Appends events to a stream as if commands had led to them. */
export async function tell(store: EventStore, stream: string, past: readonly Past<DomainEvent>[]): Promise<void> {
  const encoded = past.map((each) => {
    const { event, meta } = 'event' in each ? each : { event: each, meta: {} as Partial<EventMeta> };
    count += 1;
    const commandId = `command-${count}`;
    return encode(event.type, JSON.parse(JSON.stringify(event.data)), {
      eventId: `event-${count}`,
      commandId,
      commandType: 'Test',
      commandHash: 'hash',
      causationId: commandId,
      correlationId: commandId,
      occurredAt: NOW,
      recordedAt: NOW,
      classification: 'INTERNAL',
      salt: '',
      actor: { subject: 'subject-1', role: 'SNV_OFFICER', unit: 'home-affairs', grant: 'grant-1' },
      ...meta,
    });
  });
  await store.append(stream, 'any', encoded);
}
