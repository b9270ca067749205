import { startOf } from '#calendar';
import { subjectId } from '#identity';
import type { DocumentRef } from '#kernel';
import { unitId } from '#lifecycles/unit';
import { ENROLLED_UNITS, HUE_UNITS } from './hue/hue-units.js';
import type { RosterUnit } from './hue/roster-unit.js';
import { LEADER, OFFICER } from './personas.js';
import { dayOf, foundingNote, step, type Founding, type SeedStep } from './step.js';

/** The resolution that formed the communes. */
const REORGANISATION: DocumentRef = {
  issuer: 'Ủy ban Thường vụ Quốc hội',
  type: 'NQ',
  number: '1675/NQ-UBTVQH15',
  year: 2025,
  signedOn: '2025-06-16',
};

/** The officer registers every unit. */
export const registrationSteps = (founding: Founding): readonly SeedStep[] =>
  HUE_UNITS.map((unit) => register(founding, unit));

/** The leader puts those that the plan binds, or may bind, on the roster. */
export const enrolmentSteps = (founding: Founding): readonly SeedStep[] =>
  ENROLLED_UNITS.map((unit) => enrol(founding, unit));

function register(founding: Founding, unit: RosterUnit): SeedStep {
  const { key, name, kind, code, from, aliases, predecessors } = unit;
  return step('RegisterUnit', ['RegisterUnit', key], [`Đăng ký đơn vị: ${name}`, `Register the unit: ${name}`], {
    lifecycle: 'unit',
    subject: subjectId(founding.issuer, OFFICER.sub),
    document: code === undefined ? foundingNote(founding) : REORGANISATION,
    effectiveFrom: startOf(from),
    command: { type: 'RegisterUnit', key, name, kind, aliases, predecessors, ...(code && { code }) },
  });
}

/** A body of which nobody knows whether it is bound is enrolled without an obligation: it must not count as late. */
function enrol(founding: Founding, { key, name, obligated, basis, certainty }: RosterUnit): SeedStep {
  return step('EnrolUnit', ['EnrolUnit', key], [`Đưa vào danh sách: ${name}`, `Enrol in the roster: ${name}`], {
    lifecycle: 'unit',
    subject: subjectId(founding.issuer, LEADER.sub),
    document: foundingNote(founding),
    effectiveFrom: startOf(dayOf(founding)),
    command: {
      type: 'EnrolUnit',
      id: unitId(key),
      obligated: obligated === true,
      basis,
      certainty,
    },
  });
}
