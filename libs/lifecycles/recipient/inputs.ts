import {
  codeEnum,
  CommandInput,
  EnumField,
  EnumsField,
  IdField,
  IdsField,
  KnownPersonField,
  statusEnum,
  UuidField,
  Where,
  type CommandInputs,
} from '#graphql';
import type { Text } from '#kernel';
import { InputType } from '@nestjs/graphql';
import type { RecipientCommand } from './commands.js';
import type { HoldGround } from './events.js';
import { HOLD_GROUNDS } from './labels.js';
import { recipientLifecycle } from './lifecycle.js';

export const HeldRecipientStatus = statusEnum('HeldRecipientStatus', recipientLifecycle);

const described = ({ vi, en }: Text): string => `${vi}. (${en}.)`;

export const HoldGroundEnum = codeEnum<HoldGround>(
  'HoldGround',
  'Lý do tạm dừng xét khen thưởng. (Why a recipient is on hold.)',
  {
    DISCIPLINE: described(HOLD_GROUNDS.DISCIPLINE),
    INVESTIGATION: described(HOLD_GROUNDS.INVESTIGATION),
    INSPECTION: described(HOLD_GROUNDS.INSPECTION),
    DENUNCIATION: described(HOLD_GROUNDS.DENUNCIATION),
    PRESS_ALLEGATION: described(HOLD_GROUNDS.PRESS_ALLEGATION),
  },
);

@InputType('PlaceHoldInput', {
  description:
    'Tạm dừng xét khen thưởng một đối tượng, dù đã có hồ sơ đề nghị hay chưa. (Place a hold on a recipient, whether proposed or not.)',
})
class PlaceHoldInput extends CommandInput {
  @IdField('Unit', 'Đơn vị; nếu là tập thể thì là đơn vị quản lý tập thể. (The unit, or that of the collective.)', {
    optional: true,
  })
  readonly unit?: string;
  @IdField('Collective', 'Tập thể, nếu không phải chính đơn vị. (The collective, unless it is the unit itself.)', {
    optional: true,
  })
  readonly collective?: string;
  @KnownPersonField('Cá nhân, hoặc người đứng tên hộ gia đình. (The person, or whom the household is under.)', {
    optional: true,
  })
  readonly person?: string;
  @EnumField(HoldGroundEnum, 'Căn cứ. (Ground.)')
  readonly ground!: HoldGround;
}

@InputType('ReleaseHoldInput', { description: 'Tiếp tục xét khen thưởng. (Release a hold.)' })
class ReleaseHoldInput extends CommandInput {
  @IdField('HeldRecipient', 'Đối tượng đang bị tạm dừng. (The recipient on hold.)')
  readonly id!: string;
  @UuidField('Mã lệnh tạm dừng. (The hold.)')
  readonly hold!: string;
}

export const recipientInputs: CommandInputs<RecipientCommand> = {
  PlaceHold: PlaceHoldInput,
  ReleaseHold: ReleaseHoldInput,
};

@InputType('HeldRecipientWhere', { description: 'Lọc đối tượng bị tạm dừng. (Filter recipients on hold.)' })
export class HeldRecipientWhere extends Where {
  @EnumsField(HeldRecipientStatus, 'Trạng thái. (States.)', { optional: true })
  readonly status?: readonly string[];
  @IdsField('Unit', 'Là các đơn vị này, hoặc tập thể của đơn vị. (These units, or collectives of theirs.)', {
    optional: true,
  })
  readonly unit?: readonly string[];
  @IdsField('Person', 'Là các cá nhân này. (These persons.)', { optional: true })
  readonly person?: readonly string[];
}
