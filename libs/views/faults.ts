import type { Position } from '#kernel';

/** Where and why a view stopped. */
export interface ViewFailure {
  /** The position of the event that could not be applied. */
  readonly position: Position;
  readonly eventId: string;
  readonly error: string;
}

/** A query asked a view that has stopped: what it holds is older than the log, and nobody may take it for the present. */
export class ViewStopped extends Error {
  override readonly name = 'ViewStopped';

  constructor(
    readonly view: string,
    readonly failure: ViewFailure,
  ) {
    const { position, eventId, error } = failure;
    super(
      `Khung nhìn ${view} đã dừng tại vị trí ${position} (sự kiện ${eventId}); hãy sửa lỗi rồi chạy tiếp. ` +
        `The view ${view} stopped at position ${position} (event ${eventId}): ${error}`,
    );
  }
}

/** The views did not come as far as a question needs within the time allowed. */
export class ViewsBehind extends Error {
  override readonly name = 'ViewsBehind';

  constructor(
    readonly views: readonly string[],
    readonly awaited: Position,
  ) {
    super(
      `Dữ liệu hiển thị chưa theo kịp nhật ký (${views.join(', ')}); hãy thử lại sau giây lát. ` +
        `The views ${views.join(', ')} have not reached position ${awaited}; try again shortly.`,
    );
  }
}

/** A page was asked for with a cursor that no list of this order has given. The client's mistake, not ours. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor';

  constructor() {
    super(
      'Con trỏ trang không hợp lệ; hãy tải lại danh sách từ đầu. The page cursor is not valid; load the list again.',
    );
  }
}

/** The views' folder cannot be used. */
export class ViewsFault extends Error {
  override readonly name = 'ViewsFault';
}
