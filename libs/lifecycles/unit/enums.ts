import { codeEnum, statusEnum } from '#graphql';
import { unitLifecycle } from './lifecycle.js';
import type { RosterBasis, UnitKind } from './events.js';
import type { Standing } from './state.js';

export const UnitStatus = statusEnum('UnitStatus', unitLifecycle);

export const UnitKindEnum = codeEnum<UnitKind>('UnitKind', 'Loại đơn vị. (Kind of unit.)', {
  WARD: 'Phường. (Ward.)',
  COMMUNE: 'Xã. (Commune.)',
  DEPARTMENT: 'Sở. (Department.)',
  OFFICE: 'Văn phòng. (Office.)',
  INSPECTORATE: 'Thanh tra. (Inspectorate.)',
  COMMITTEE: 'Ban. (Committee.)',
  MANAGEMENT_BOARD: 'Ban quản lý. (Management board.)',
  PUBLIC_SERVICE_UNIT: 'Đơn vị sự nghiệp. (Public-service unit.)',
  PRESS: 'Cơ quan báo chí. (Press.)',
  PORTAL: 'Cổng thông tin điện tử. (Portal.)',
  FRONT: 'Mặt trận Tổ quốc. (Fatherland Front.)',
  MASS_ORGANISATION: 'Tổ chức chính trị - xã hội. (Mass organisation.)',
  PARTY_BODY: 'Cơ quan Đảng. (Party body.)',
  COUNCIL: 'Hội đồng nhân dân. (People’s Council.)',
  PEOPLES_COMMITTEE: 'Ủy ban nhân dân. (People’s Committee.)',
});

export const CertaintyEnum = codeEnum<RosterBasis['certainty']>('Certainty', 'Độ chắc chắn. (Certainty.)', {
  HIGH: 'Cao. (High.)',
  MEDIUM_HIGH: 'Khá cao. (Medium-high.)',
  MEDIUM: 'Vừa. (Medium.)',
  LOW: 'Thấp. (Low.)',
});

export const StandingEnum = codeEnum<Standing>('RosterStanding', 'Tư cách trong danh sách. (Standing on the roster.)', {
  OBLIGATED: 'Có nghĩa vụ. (Obligated.)',
  ENROLLED: 'Có tên, chưa xác định nghĩa vụ. (Enrolled, not obligated.)',
  EXEMPT: 'Được miễn. (Exempt.)',
  REMOVED: 'Đã đưa ra. (Removed.)',
});
