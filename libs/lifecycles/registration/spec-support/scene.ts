import { personal, type EventMeta, type Loaded } from '#kernel';
import type { CampaignEvent, CampaignPolicy, CampaignState } from '#lifecycles/campaign';
import { modelFold, type ModelEvent, type ModelOrigin, type ModelState } from '#lifecycles/model';
import type { UnitState } from '#lifecycles/unit';
import { given, loaded, stateAfter, type Past } from '#testing';
import { campaign as campaignAfter, pasts as campaigns, policy } from '../../campaign/spec-support/examples.js';
import { pasts as units, unit as unitAfter } from '../../unit/spec-support/examples.js';
import type { RegistrationCommand } from '../commands.js';
import type { RegistrationDraft, RegistrationEvent } from '../events.js';
import { registrationLifecycle } from '../lifecycle.js';
import { registrationFold, type RegistrationState } from '../state.js';

/** The policy gives five days for the review. */
export { policy };

/** The registration window of 2026 ends before the first of October. */
export const windowBefore = '2026-09-30T17:00:00.000Z';

/** The campaign with the cycle of 2026 open, or after further events. */
export const campaign = (...later: readonly CampaignEvent[]): Loaded<CampaignState> =>
  campaignAfter([...campaigns.running, ...later]);

/** A unit that operates, or has gone up in another one. */
export const unit = (id: string, merged = false): Loaded<UnitState> =>
  unitAfter(id, merged ? units.merged : units.active);

/** What the model is born as. */
export const origin: ModelOrigin = {
  campaign: 'campaign-1',
  unit: 'unit-1',
  field: 'ADMIN_REFORM_DIGITAL',
  template: 'NKH',
  name: 'Ngày không hẹn',
  kind: 'PRACTICE',
  subUnit: 'Tổ dân phố 3',
  joint: [],
  form: {
    situation: 'Hồ sơ chậm',
    objectives: 'Trả kết quả trong ngày',
    content: 'Bố trí tổ tiếp nhận',
    place: 'Toàn phường',
    forces: 'UBND chủ trì',
    resources: 'Nhân lực sẵn có',
    outputs: 'Tỷ lệ đúng hạn',
    sustainability: 'Duy trì hằng tuần',
  },
  restricted: false,
};

/** The model as it was proposed with some particulars of its own, and after further events. */
export const model = (own: Partial<ModelOrigin> = {}, ...later: readonly Past<ModelEvent>[]): Loaded<ModelState> => {
  const past: readonly Past<ModelEvent>[] = [{ type: 'ModelProposed', data: { ...origin, ...own } }, ...later];
  return loaded(modelFold, 'model-1', stateAfter<ModelState, ModelEvent>(modelFold, past, 'model-1'));
};

/** The model once it runs. */
export const started = (): Loaded<ModelState> =>
  model(
    {},
    {
      event: { type: 'ModelImplementationStarted', data: {} },
      meta: { occurredAt: '2026-10-10T02:00:00.000Z' },
    },
  );

/** The model once it is over. */
export const endedModel = (): Loaded<ModelState> => model({}, { type: 'ModelEnded', data: {} });

/** No model. */
export const noModel: Loaded<ModelState> = loaded(modelFold, '', modelFold.initial);

/** The responsible person. */
export const responsible = personal('person-1', 'Trần Thị Lan');

const draft: RegistrationDraft = {
  campaign: 'campaign-1',
  model: 'model-1',
  unit: 'unit-1',
  year: 2026,
  kind: 'PRACTICE',
  field: 'ADMIN_REFORM_DIGITAL',
  template: 'NKH',
  subUnit: 'Tổ dân phố 3',
  restricted: false,
  title: 'Ngày không hẹn',
  responsible,
  dueAt: windowBefore,
};

/** Five whole days after the first of September: the seventh is too late. */
export const dueAt = '2026-09-06T17:00:00.000Z';

export const drafted: readonly RegistrationEvent[] = [{ type: 'ModelRegistered', data: draft }];
export const submitted: readonly RegistrationEvent[] = [
  ...drafted,
  { type: 'RegistrationSubmitted', data: { late: false, dueAt } },
];
export const received: readonly RegistrationEvent[] = [...submitted, { type: 'RegistrationReceived', data: { dueAt } }];
export const returned: readonly RegistrationEvent[] = [...received, { type: 'RegistrationReturned', data: { dueAt } }];
export const accepted: readonly RegistrationEvent[] = [...received, { type: 'RegistrationAccepted', data: {} }];
export const rejected: readonly RegistrationEvent[] = [...received, { type: 'RegistrationRejected', data: {} }];
export const cancelled: readonly RegistrationEvent[] = [...accepted, { type: 'RegistrationCancelled', data: {} }];

/** A suspicion that another registration says the same. */
export const suspected: RegistrationEvent = {
  type: 'DuplicateSuspected',
  data: { other: 'registration-2', ground: 'SAME_TEMPLATE_AND_PLACE' },
};

/** An event that a command led to, on a day. */
export const act = (
  event: RegistrationEvent,
  commandType: RegistrationCommand['type'],
  day: string,
  meta: Partial<EventMeta> = {},
): Past<RegistrationEvent> => ({ event, meta: { commandType, occurredAt: `${day}T02:00:00.000Z`, ...meta } });

/** A registration after these events, as it is found among the reads. */
export const registration = (id: string, past: readonly Past<RegistrationEvent>[]): Loaded<RegistrationState> =>
  loaded(registrationFold, id, stateAfter<RegistrationState, RegistrationEvent>(registrationFold, past, id));

/** Given these past events of a registration. */
export const givenRegistration = (past: readonly Past<RegistrationEvent>[]) =>
  given<RegistrationState, RegistrationCommand, RegistrationEvent, CampaignPolicy>(registrationLifecycle, past);
