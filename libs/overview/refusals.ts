import { defineRefusal } from '#kernel';

/** Refusals of readers of the overviews. */
export const overviewRefusals = {
  roleNeeded: defineRefusal(
    'OVERVIEW_ROLE_NEEDED',
    'Chỉ người đang giữ một vai trò trong phong trào mới xem được số liệu này.',
    'Only those who hold a role in the campaign may see these figures.',
  ),
} as const;
