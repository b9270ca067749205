import { by } from '#identity';
import { derivedId, lifecycle, reading, text } from '#kernel';
import { asSet, readingCycle, yearIsOpen } from '#lifecycles/campaign';
import { unitFold, unitIsActive } from '#lifecycles/unit';
import type { OutreachCommand, PlanOutreach } from './commands.js';
import { cancelOutreach, confirmOutreach, planOutreach, recordHeld } from './decide.js';
import type { OutreachEvent } from './events.js';
import { dayHasCome, dayIsInYear } from './guards.js';
import { outreachFold, type OutreachState } from './state.js';

const unitIn = (state: OutreachState, command: OutreachCommand | undefined): string | undefined =>
  state.status === 'none' ? (command?.type === 'PlanOutreach' ? command.unit : undefined) : state.unit;
const campaignIn = (state: OutreachState, command: OutreachCommand | undefined): string | undefined =>
  state.status === 'none' ? (command?.type === 'PlanOutreach' ? command.campaign : undefined) : state.campaign;

/** An outreach activity of a unit: planned, held, confirmed by Home Affairs, or cancelled with a reason. */
export const outreachLifecycle = lifecycle<OutreachState, OutreachCommand, OutreachEvent>()(
  {
    fold: outreachFold,
    label: text('Buổi tuyên truyền', 'Outreach activity'),
    states: {
      none: text('Chưa có', 'None'),
      planned: text('Dự kiến', 'Planned'),
      held: text('Đã tổ chức', 'Held'),
      confirmed: text('Đã xác nhận', 'Confirmed'),
      cancelled: text('Đã hủy', 'Cancelled'),
    },
    identify: (command, commandId) => ('id' in command ? command.id : derivedId('outreach', commandId)),
    unitOf: unitIn,
    campaignOf: campaignIn,
  },
  (on) => ({
    PlanOutreach: on({
      label: text('Lập kế hoạch buổi tuyên truyền', 'Plan an outreach activity'),
      from: ['none'],
      to: ['planned'],
      by: [by.unitClerk, by.unitHead],
      reads: {
        campaign: readingCycle(
          (state: OutreachState, command?: PlanOutreach) => campaignIn(state, command),
          (_state, command) => command?.year,
        ),
        unit: reading(unitFold, (state: OutreachState, command?: PlanOutreach) => unitIn(state, command)),
      },
      guards: [unitIsActive, yearIsOpen, dayIsInYear],
      decide: planOutreach,
    }),
    RecordOutreachHeld: on({
      label: text('Ghi nhận đã tổ chức', 'Record that it was held'),
      from: ['planned'],
      to: ['held'],
      by: [by.unitClerk, by.unitHead],
      awaited: true,
      deadline: asSet(),
      guards: [dayHasCome],
      decide: recordHeld,
    }),
    ConfirmOutreach: on({
      label: text('Xác nhận buổi tuyên truyền', 'Confirm the outreach activity'),
      from: ['held'],
      to: ['confirmed'],
      by: [by.officer, by.officeForLead],
      decision: {},
      awaited: true,
      deadline: 'none',
      apartFrom: ['PlanOutreach', 'RecordOutreachHeld'],
      decide: confirmOutreach,
    }),
    CancelOutreach: on({
      label: text('Hủy buổi tuyên truyền', 'Cancel the outreach activity'),
      from: ['planned'],
      to: ['cancelled'],
      by: [by.unitHead],
      decision: { needs: ['reason'] },
      decide: cancelOutreach,
    }),
  }),
);
