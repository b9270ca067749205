import { canonical, encode, type EventStore, type EventToAppend, type Json, type Position } from '#kernel';
import type { KeeperEvent } from './keeper.js';
import type { TaskEvent, TaskOpening } from './task.js';

/** An opening with nothing remarkable about it. */
export const opening = (given: Partial<TaskOpening> = {}): TaskOpening => ({
  title: 'Một cửa không giấy',
  unit: 'xa-a',
  score: null,
  audience: 'EVERYONE',
  restricted: false,
  ...given,
});

/** Events on their way into a log, with metadata as the engine writes it. */
export class TaskLog {
  #count = 0;

  constructor(readonly store: EventStore) {}

  /** Appends to one stream and returns the position of the last event. */
  async append(id: string, events: readonly (TaskEvent | KeeperEvent)[], name = 'task'): Promise<Position> {
    const result = await this.store.append(
      `${name}-${id}`,
      'any',
      events.map((event) => this.encode(event)),
    );
    if (result.outcome !== 'appended') throw new Error(`The append ended as ${canonical(result)}`);
    return result.position;
  }

  private encode(event: TaskEvent | KeeperEvent): EventToAppend {
    this.#count += 1;
    const at = new Date(Date.UTC(2026, 0, 1) + this.#count * 1000).toISOString();
    return encode(event.type, JSON.parse(canonical(event.data)) as Json, {
      eventId: `event-${this.#count}`,
      commandId: `command-${this.#count}`,
      commandType: 'Test',
      commandHash: 'hash',
      salt: '',
      causationId: `command-${this.#count}`,
      correlationId: `command-${this.#count}`,
      occurredAt: at,
      recordedAt: at,
      classification: 'INTERNAL',
      policyVersion: 'policy-1',
      actor: { subject: 'subject-1', role: 'UNIT_CLERK', unit: 'xa-a', grant: 'grant-1' },
    });
  }
}

/** How many events `fillTasks` appends. */
const FILLED = 15_000;

/** Appends a long history: the same one in every process. */
export async function fillTasks(log: TaskLog, events = FILLED): Promise<void> {
  for (let index = 0; index < events / 3; index += 1) {
    const id = String(index % 1_000);
    const first: TaskEvent =
      index < 1_000
        ? { type: 'TaskOpened', data: opening({ unit: `xa-${index % 168}` }) }
        : { type: 'TaskScored', data: { score: index } };
    await log.append(id, [
      first,
      { type: 'TaskRenamed', data: { title: `Mô hình ${index}` } },
      { type: 'HelperJoined', data: { unit: `xa-${index % 7}` } },
    ]);
  }
}
