import type { Viewer } from '#identity';
import { Query } from '@nestjs/cqrs';
import type { Total } from '#views';
import type { InboxPage } from './read-inbox.js';

/** A page of what waits for the viewer. */
export class ReadInbox extends Query<InboxPage> {
  constructor(
    readonly viewer: Viewer,
    readonly first: number,
    readonly after?: string,
  ) {
    super();
  }
}

/** How much waits for the viewer. */
export class CountInbox extends Query<Total> {
  constructor(readonly viewer: Viewer) {
    super();
  }
}
