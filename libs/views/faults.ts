/** A page was asked for with a cursor that no list of this order has given. The client's mistake, not ours. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor';

  constructor() {
    super(
      'Con trỏ trang không hợp lệ; hãy tải lại danh sách từ đầu. The page cursor is not valid; load the list again.',
    );
  }
}
