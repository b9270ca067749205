import type { Role } from '#identity';
import { text, type Text } from '#kernel';
import { HUE_UNITS, OBLIGATED_UNITS } from './hue/hue-units.js';
import type { RosterUnit } from './hue/roster-unit.js';
import { inventedName } from './invented-names.js';

/** Somebody who may sign in to the demonstration. */
export interface Persona {
  /** The subject in the issuer's tokens. */
  readonly sub: string;
  /** Invented; still treated as a personal name. */
  readonly name: string;
  /** The office, for people; never the name. */
  readonly label: Text;
  readonly role: Role;
  readonly unitKey: string;
}

const persona = (sub: string, role: Role, unitKey: string, vi: string, en: string): Persona => ({
  sub,
  name: inventedName(sub),
  label: text(vi, en),
  role,
  unitKey,
});

/** The first administrator: the system itself registers this one. */
export const ADMINISTRATOR = persona('sysadmin', 'SYSADMIN', 'SNV', 'Quản trị hệ thống', 'System administrator');
/** Registers the units and drafts the campaign. */
export const OFFICER = persona('snv.officer', 'SNV_OFFICER', 'SNV', 'Chuyên viên Sở Nội vụ', 'Home Affairs officer');
/** Keeps the roster and adopts the campaign's rules. */
export const LEADER = persona('snv.leader', 'SNV_LEADER', 'SNV', 'Giám đốc Sở Nội vụ', 'Director of Home Affairs');
/** Issues the campaign: the city's plan is signed by a vice-chairman for the chairman. */
export const DECIDER = persona(
  'ubnd.vice',
  'UBND_DECIDER',
  'UBND-TP',
  'Phó Chủ tịch UBND thành phố',
  'Vice-chairman of the People’s Committee',
);

/** Those without whom the campaign cannot be opened, the administrator left out. */
export const FOUNDERS: readonly Persona[] = [OFFICER, LEADER, DECIDER];

/** Panel members come from different bodies, so that enough remain where one is tied to a case. */
const PANEL = ['STP', 'SKHCN', 'SVHTT', 'SYT', 'SGDDT', 'VPUB'];

/** Every other role of the service. */
const STAFF: readonly Persona[] = [
  persona('snv.officer2', 'SNV_OFFICER', 'SNV', 'Chuyên viên Sở Nội vụ (thứ hai)', 'Home Affairs officer (second)'),
  persona('snv.leader2', 'SNV_LEADER', 'SNV', 'Phó Giám đốc Sở Nội vụ', 'Deputy director of Home Affairs'),
  persona('vpub', 'VPUB', 'VPUB', 'Văn phòng UBND thành phố', 'Office of the People’s Committee'),
  persona('ubnd.chairman', 'UBND_DECIDER', 'UBND-TP', 'Chủ tịch UBND thành phố', 'Chairman of the People’s Committee'),
  // The council is the city's own: a secretary placed at a department could not handle that department's dossiers.
  persona(
    'council.secretary',
    'COUNCIL_SECRETARY',
    'UBND-TP',
    'Thư ký Hội đồng thi đua - khen thưởng',
    'Secretary of the award council',
  ),
  ...HUE_UNITS.filter((unit) => PANEL.includes(unit.key)).map(({ key, name }) =>
    persona(`panelist.${key}`, 'PANELIST', key, `Thành viên tổ thẩm định, ${name}`, `Appraisal panel member, ${name}`),
  ),
  persona('mttq', 'MTTQ_SUPERVISOR', 'UBMTTQ', 'Giám sát của Mặt trận Tổ quốc', 'Fatherland Front supervisor'),
  persona('publisher', 'PUBLISHER', 'CTTDT', 'Biên tập viên Cổng Thông tin điện tử', 'Editor of the city’s portal'),
  persona('inspector', 'INSPECTOR', 'TTRA', 'Thanh tra viên', 'Inspector'),
  persona('auditor', 'AUDITOR', 'TTRA', 'Kiểm toán viên', 'Auditor'),
  persona('dpo', 'DPO', 'VPUB', 'Cán bộ bảo vệ dữ liệu cá nhân', 'Data protection officer'),
];

const ofUnit = ({ key, name }: RosterUnit): readonly Persona[] => [
  persona(`clerk.${key}`, 'UNIT_CLERK', key, `Cán bộ, ${name}`, `Clerk, ${name}`),
  persona(`head.${key}`, 'UNIT_HEAD', key, `Thủ trưởng, ${name}`, `Head, ${name}`),
];

/** Everybody of the demonstration: one or more for each role, a clerk and a head for each obligated unit. */
export const PERSONAS: readonly Persona[] = [ADMINISTRATOR, ...FOUNDERS, ...STAFF, ...OBLIGATED_UNITS.flatMap(ofUnit)];
