import { text, type Competence, type Reach, type Text } from '#kernel';

/** Every role that can be granted, with its name for people. */
export const ROLES = {
  UNIT_CLERK: text('Cán bộ đơn vị', 'Unit clerk'),
  UNIT_HEAD: text('Thủ trưởng đơn vị', 'Head of unit'),
  SNV_OFFICER: text('Chuyên viên Sở Nội vụ', 'Home Affairs officer'),
  SNV_LEADER: text('Lãnh đạo Sở Nội vụ', 'Home Affairs leader'),
  PANELIST: text('Thành viên tổ thẩm định', 'Appraisal panel member'),
  COUNCIL_SECRETARY: text('Thư ký Hội đồng thi đua - khen thưởng', 'Secretary of the award council'),
  VPUB: text('Văn phòng UBND', 'Office of the People’s Committee'),
  UBND_DECIDER: text('Lãnh đạo UBND thành phố', 'Decider of the People’s Committee'),
  MTTQ_SUPERVISOR: text('Giám sát của Mặt trận Tổ quốc', 'Fatherland Front supervisor'),
  PUBLISHER: text('Cơ quan thông tin', 'Publisher'),
  INSPECTOR: text('Thanh tra thành phố', 'City inspectorate'),
  AUDITOR: text('Kiểm toán', 'Auditor'),
  DPO: text('Cán bộ bảo vệ dữ liệu cá nhân', 'Data protection officer'),
  SYSADMIN: text('Quản trị hệ thống', 'System administrator'),
  SYSTEM: text('Hệ thống', 'The system itself'),
} as const satisfies Record<string, Text>;

/** A role's stable code. */
export type Role = keyof typeof ROLES;

/** True when a string is a role's code. */
export const isRole = (value: string): value is Role => Object.hasOwn(ROLES, value);

const at = (role: Role, over: Reach): Competence => ({ role, over, label: ROLES[role] });

/** The competences that transition tables are written with: who, over whose cases. */
export const by = {
  unitClerk: at('UNIT_CLERK', 'ownUnit'),
  unitHead: at('UNIT_HEAD', 'ownUnit'),
  officer: at('SNV_OFFICER', 'otherUnits'),
  leader: at('SNV_LEADER', 'otherUnits'),
  /** Home Affairs acting on the campaign, the roster or the organisation: no unit's dossier. */
  officerOfCampaign: at('SNV_OFFICER', 'anyUnit'),
  leaderOfCampaign: at('SNV_LEADER', 'anyUnit'),
  /** Stands in for Home Affairs where Home Affairs' own dossier is concerned. */
  officeForLead: at('VPUB', 'leadUnit'),
  office: at('VPUB', 'anyUnit'),
  panelist: at('PANELIST', 'otherUnits'),
  councilSecretary: at('COUNCIL_SECRETARY', 'otherUnits'),
  decider: at('UBND_DECIDER', 'anyUnit'),
  supervisor: at('MTTQ_SUPERVISOR', 'anyUnit'),
  inspector: at('INSPECTOR', 'otherUnits'),
  sysadmin: at('SYSADMIN', 'anyUnit'),
  system: at('SYSTEM', 'anyUnit'),
} as const;
