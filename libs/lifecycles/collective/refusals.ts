import { defineRefusal } from '#kernel';

export const collectiveRefusals = {
  known: defineRefusal(
    'COLLECTIVE_KNOWN',
    'Đơn vị đã đăng ký một tập thể mang, hoặc từng mang, tên này ({collective}). Hãy dùng tập thể đã đăng ký.',
    'The unit has registered a collective that has, or had, this name ({collective}). Use the one that is registered.',
  ),
  isUnit: defineRefusal(
    'COLLECTIVE_IS_UNIT',
    'Đây là tên của một đơn vị trong danh sách ({unit}). Hãy nêu chính đơn vị đó, không đăng ký thành tập thể.',
    'This is the name of a unit of the roster ({unit}). Name that unit; do not register it as a collective.',
  ),
} as const;
