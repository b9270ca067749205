import { ROLES, isRole } from '#identity';
import { text, type Json, type Text } from '#kernel';
import type { CommendationForm } from './items.js';

/** What people call the forms: one wording for the sentences of refusals and for the schema. */
export const FORMS: Readonly<Record<CommendationForm, Text>> = {
  CERTIFICATE_OF_COMMENDATION: text('Giấy khen', 'Certificate of commendation'),
  CERTIFICATE_OF_MERIT: text('Bằng khen', 'Certificate of merit'),
};

/** A role's name; a code that is none speaks for itself. */
export const roleName = (role: string): Json => (isRole(role) ? { ...ROLES[role] } : role);
