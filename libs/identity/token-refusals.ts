import { defineRefusal } from '#kernel';

const AGAIN_VI = 'Hãy đăng nhập lại.';
const AGAIN_EN = 'Please sign in again.';

/** Why a token is not accepted, by code. No sentence repeats anything that the token said. */
export const tokenRefusals = {
  TOKEN_MISSING: defineRefusal(
    'TOKEN_MISSING',
    'Yêu cầu chưa kèm thẻ truy cập. Hãy đăng nhập rồi thử lại.',
    'The request carries no access token. Sign in, then try again.',
  ),
  TOKEN_MALFORMED: defineRefusal(
    'TOKEN_MALFORMED',
    `Thẻ truy cập bị cắt cụt hoặc sai định dạng. ${AGAIN_VI}`,
    `The access token is cut short or not well formed. ${AGAIN_EN}`,
  ),
  TOKEN_EXPIRED: defineRefusal(
    'TOKEN_EXPIRED',
    `Thẻ truy cập đã hết hạn hoặc cấp đã quá lâu. ${AGAIN_VI}`,
    `The access token has expired or was issued too long ago. ${AGAIN_EN}`,
  ),
  TOKEN_NOT_YET_VALID: defineRefusal(
    'TOKEN_NOT_YET_VALID',
    'Thẻ truy cập chưa đến lúc có hiệu lực. Hãy kiểm tra đồng hồ của máy chủ cấp thẻ và của dịch vụ.',
    'The access token is not valid yet. Check the clocks of the identity provider and of this service.',
  ),
  TOKEN_ISSUER_UNKNOWN: defineRefusal(
    'TOKEN_ISSUER_UNKNOWN',
    'Thẻ truy cập không do hệ thống định danh mà dịch vụ tin cậy cấp. Hãy đăng nhập qua hệ thống định danh của thành phố.',
    'The access token was not issued by the identity provider that this service trusts. Sign in through the city’s provider.',
  ),
  TOKEN_AUDIENCE_WRONG: defineRefusal(
    'TOKEN_AUDIENCE_WRONG',
    'Thẻ truy cập được cấp cho một dịch vụ khác. Hãy đăng nhập vào đúng dịch vụ này.',
    'The access token was issued for another service. Sign in to this one.',
  ),
  TOKEN_TYPE_WRONG: defineRefusal(
    'TOKEN_TYPE_WRONG',
    'Thẻ gửi kèm không phải là thẻ truy cập (at+jwt). Hãy gửi thẻ truy cập, không gửi thẻ định danh.',
    'The token is not an access token (at+jwt). Send the access token, not the identity token.',
  ),
  TOKEN_SIGNATURE_INVALID: defineRefusal(
    'TOKEN_SIGNATURE_INVALID',
    `Chữ ký trên thẻ truy cập không hợp lệ hoặc khóa ký không còn được công nhận. ${AGAIN_VI}`,
    `The signature on the access token is not valid, or its key is no longer recognised. ${AGAIN_EN}`,
  ),
  KEYS_UNAVAILABLE: defineRefusal(
    'KEYS_UNAVAILABLE',
    'Dịch vụ chưa lấy được khóa công khai của hệ thống định danh nên chưa kiểm tra được thẻ truy cập. Hãy thử lại sau ít phút.',
    'The identity provider’s public keys cannot be fetched, so the access token cannot be checked. Try again in a few minutes.',
  ),
} as const;

/** The stable code of a refused token. */
export type TokenFault = keyof typeof tokenRefusals;
