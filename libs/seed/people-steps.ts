import { startOf } from '#calendar';
import { subjectId } from '#identity';
import { personal, SYSTEM_SUBJECT } from '#kernel';
import { unitId } from '#lifecycles/unit';
import { ADMINISTRATOR, type Persona } from './personas.js';
import { dayOf, foundingNote, step, type Founding, type SeedStep } from './step.js';

/** The system makes the first administrator; nobody else could. */
export function administratorSteps(founding: Founding): readonly SeedStep[] {
  return [register(founding, ADMINISTRATOR, SYSTEM_SUBJECT), grant(founding, ADMINISTRATOR, SYSTEM_SUBJECT)];
}

/** The administrator registers everybody else and grants each the role of the office. */
export function personaSteps(founding: Founding, personas: readonly Persona[]): readonly SeedStep[] {
  const administrator = subjectId(founding.issuer, ADMINISTRATOR.sub);
  return [
    ...personas.map((persona) => register(founding, persona, administrator)),
    ...personas.map((persona) => grant(founding, persona, administrator)),
  ];
}

function register({ issuer }: Founding, { sub, name, label }: Persona, subject: string): SeedStep {
  const id = subjectId(issuer, sub);
  return step(
    'RegisterSubject',
    ['RegisterSubject', sub],
    [`Đăng ký người dùng: ${label.vi}`, `Register the subject: ${label.en}`],
    {
      lifecycle: 'access',
      subject,
      command: { type: 'RegisterSubject', id, name: personal(id, name) },
    },
  );
}

function grant(founding: Founding, { sub, role, unitKey, label }: Persona, subject: string): SeedStep {
  const id = subjectId(founding.issuer, sub);
  return step('GrantRole', ['GrantRole', sub], [`Giao vai trò: ${label.vi}`, `Grant the role: ${label.en}`], {
    lifecycle: 'access',
    subject,
    document: foundingNote(founding),
    // Offices are held before the service knows of them, from the day of the paper that says so.
    effectiveFrom: startOf(dayOf(founding)),
    command: { type: 'GrantRole', id, role, unit: unitId(unitKey) },
  });
}
