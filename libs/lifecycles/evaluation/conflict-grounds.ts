import { text, type Text } from '#kernel';

/** Why somebody may not judge a model, with the words for it. */
export const CONFLICT_GROUNDS = {
  RECUSED: text(
    'đã từ chối tham gia hoặc đã bị đưa ra khỏi tổ thẩm định của hồ sơ này',
    'recused from this evaluation before',
  ),
  AUTHOR: text(
    'đã tham gia xây dựng, giới thiệu hoặc ghi nhận hoạt động của mô hình',
    'had a part in the making of the model',
  ),
  REGISTRANT: text('đã lập hoặc gửi đăng ký của mô hình', 'drafted or sent the model’s registration'),
  UNIT: text(
    'trong năm đánh giá có công tác tại đơn vị liên quan đến mô hình',
    'served in the year at a unit with ties to the model',
  ),
} as const satisfies Record<string, Text>;

/** The code of a ground. */
export type ConflictGround = keyof typeof CONFLICT_GROUNDS;
