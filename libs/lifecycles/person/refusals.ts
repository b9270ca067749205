import { defineRefusal } from '#kernel';

export const personRefusals = {
  isItself: defineRefusal(
    'PERSON_IS_ITSELF',
    'Hai mã này đã là một cá nhân; không có gì để gộp.',
    'The two identities are one person already; there is nothing to join.',
  ),
  isDouble: defineRefusal(
    'PERSON_IS_DOUBLE',
    'Cá nhân này vừa được gộp vào một cá nhân khác. Hãy chọn cá nhân kia.',
    'This person has just been joined to another. Choose that other person.',
  ),
  isHeld: defineRefusal(
    'PERSON_ON_HOLD',
    'Mã trùng đang bị tạm dừng xét khen thưởng. Hãy tạm dừng ở mã của cá nhân thực sự và cho tiếp tục ở mã trùng, rồi mới gộp.',
    'The double is on hold. Place the hold on the person it is, release the double’s, and join them then.',
  ),
  isActor: defineRefusal(
    'PERSON_IS_ACTOR',
    'Không ai tự quyết định việc gộp hoặc tách chính mình. Hãy để người khác thực hiện.',
    'Nobody joins or separates himself. Have somebody else do it.',
  ),
} as const;
