import type { Viewer } from '#identity';
import type {
  ActionAnswer,
  CommandRequest,
  Explained,
  Logged,
  Outcome,
  Position,
  ReadScope,
  Sealed,
  StreamReader,
} from '#kernel';
import type { Filter, ListQuery, Page, Row, Total } from '#views';
import { Command, Query } from '@nestjs/cqrs';

/** Sends a command through the engine. */
export class SendCommand extends Command<Outcome> {
  constructor(readonly request: CommandRequest) {
    super();
  }
}

/** One instance, if the viewer may read it. */
export class FindEntity extends Query<Row | undefined> {
  constructor(
    readonly name: string,
    readonly id: string,
    readonly viewer: Viewer,
  ) {
    super();
  }
}

/** A page of the instances that the viewer may read. */
export class ListEntities extends Query<Page> {
  constructor(
    readonly name: string,
    readonly query: ListQuery,
  ) {
    super();
  }
}

/** How many instances the viewer may read, as far as they are counted. */
export class CountEntities extends Query<Total> {
  constructor(
    readonly name: string,
    readonly filter: Filter,
  ) {
    super();
  }
}

/** Which commands the subject may send to an instance, and why not the others; one of them, where only that is asked. */
export class ExplainActions extends Query<readonly ActionAnswer[]> {
  constructor(
    readonly asked: Explained,
    readonly reads: ReadScope,
  ) {
    super();
  }
}

/** The events of an instance with the state before and after each. */
export class ReadHistory extends Query<readonly HistoryStep[]> {
  constructor(
    readonly name: string,
    readonly id: string,
  ) {
    super();
  }
}

/** An event with what it changed. */
export interface HistoryStep {
  readonly recorded: Logged;
  readonly before: object;
  readonly after: object;
}

/** The sealed name under which a subject is registered. */
export class FindSubjectName extends Query<Sealed | undefined> {
  constructor(
    readonly subject: string,
    readonly reads: StreamReader,
  ) {
    super();
  }
}

/** Waits until what was written at a position can be read; false when that takes too long. */
export class AwaitPosition extends Query<boolean> {
  constructor(readonly position: Position) {
    super();
  }
}
