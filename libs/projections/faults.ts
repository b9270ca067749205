import type { Position } from '#kernel';

/** Where and why a projection stopped. */
export interface ProjectionFailure {
  /** The position of the event that could not be applied. */
  readonly position: Position;
  readonly eventId: string;
  readonly error: string;
}

/** How far a build has come. */
export interface BuildProgress {
  /** The file that is being filled. */
  readonly file: string;
  /** Events of the log that have been read. */
  readonly done: number;
  readonly position: Position;
}

/** A query asked a projection that has stopped: what it holds is older than the log, and nobody may take it for the present. */
export class ProjectionStopped extends Error {
  override readonly name = 'ProjectionStopped';

  constructor(
    readonly projection: string,
    readonly failure: ProjectionFailure,
  ) {
    const { position, eventId, error } = failure;
    super(
      `Phép chiếu ${projection} đã dừng tại vị trí ${position} (sự kiện ${eventId}); hãy sửa lỗi rồi chạy tiếp. ` +
        `The projection ${projection} stopped at position ${position} (event ${eventId}): ${error}`,
    );
  }
}

/** The projections did not come as far as a question needs within the time allowed. */
export class ProjectionsBehind extends Error {
  override readonly name = 'ProjectionsBehind';

  constructor(
    readonly projections: readonly string[],
    readonly awaited: Position,
  ) {
    super(
      `Dữ liệu hiển thị chưa theo kịp nhật ký (${projections.join(', ')}); hãy thử lại sau giây lát. ` +
        `The projections ${projections.join(', ')} have not reached position ${awaited}; try again shortly.`,
    );
  }
}

/** A query asked a file that is still being filled for the first time. */
export class ProjectionsNotBuilt extends Error {
  override readonly name = 'ProjectionsNotBuilt';

  constructor(readonly progress: BuildProgress) {
    super(
      `Dữ liệu hiển thị đang được dựng (${progress.file}: đã đọc ${progress.done} sự kiện); hãy thử lại sau giây lát. ` +
        `The projections in ${progress.file} are being built (${progress.done} events read); try again shortly.`,
    );
  }
}

/** The projections' folder cannot be used, or a file in it. */
export class ProjectionsFault extends Error {
  override readonly name = 'ProjectionsFault';
}
