import { codeEnum, statusEnum } from '#graphql';
import type { Scope } from './events.js';
import { replicationLifecycle } from './lifecycle.js';
import type { AdoptionStatus } from './state.js';

export const ReplicationStatus = statusEnum('ReplicationStatus', replicationLifecycle);

export const ScopeEnum = codeEnum<Scope>('ReplicationScope', 'Phạm vi nhân rộng. (Scope.)', {
  CITY_WIDE: 'Toàn thành phố. (City-wide.)',
  SELECTED: 'Các đơn vị được chọn. (Selected units.)',
});

export const AdoptionStatusEnum = codeEnum<AdoptionStatus>(
  'AdoptionStatus',
  'Tình hình của đơn vị tiếp nhận. (How a unit stands to the replication.)',
  {
    INVITED: 'Được mời. (Invited.)',
    ACCEPTED: 'Đã tiếp nhận triển khai. (Accepted.)',
    DECLINED: 'Từ chối. (Declined.)',
    ADOPTING: 'Đang triển khai. (Adopting.)',
    CONFIRMED: 'Được xác nhận thành công. (Confirmed.)',
    FAILED: 'Không thành công. (Failed.)',
  },
);
