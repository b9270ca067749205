import { by } from '#identity';
import { breaking, exclusive, derivedId, lifecycle, readingMany, text } from '#kernel';
import type { MergeUnit, SplitUnit, UnitCommand } from './commands.js';
import {
  appointHead,
  assignCode,
  dissolveUnit,
  endHead,
  enrolUnit,
  exemptUnit,
  mergeUnit,
  registerUnit,
  removeFromRoster,
  renameUnit,
  splitUnit,
} from './decide.js';
import {
  endsAfterItBegins,
  endsAppointment,
  followsBeginning,
  followsCode,
  followsFormerHead,
  followsName,
  followsStanding,
  hasHead,
  isListedThen,
  noHeadInOffice,
  successorsOperate,
  takesEffectByNow,
  wasListed,
} from './dated-guards.js';
import type { UnitEvent } from './events.js';
import { unitFold, type UnitState } from './state.js';

/** The identity of a unit follows from our key for it, never from its name or its official code. */
export const unitId = (key: string): string => derivedId('unit', key);

const active = ['active'] as const;

/** Laws and decisions date what happens to a unit; they may be older than our registering it. */
const buildsOn: readonly string[] = [];

/** Whose people are kin to whom changes at the successors, too. */
const intoSuccessors = exclusive('unit', (_state: UnitState, command: MergeUnit | SplitUnit) => [command.into].flat());

/** An organisation with an identity of its own through renames and mergers, and its place on the roster. */
export const unitLifecycle = lifecycle<UnitState, UnitCommand, UnitEvent>()(
  {
    fold: unitFold,
    label: text('Đơn vị', 'Unit'),
    states: {
      none: text('Chưa có', 'None'),
      active: text('Đang hoạt động', 'Active'),
      merged: text('Đã sáp nhập', 'Merged'),
      split: text('Đã chia tách', 'Split'),
      dissolved: text('Đã giải thể', 'Dissolved'),
    },
    identify: (command) => ('id' in command ? command.id : unitId(command.key)),
    unitOf: () => undefined,
    campaignOf: () => undefined,
  },
  (on) => ({
    RegisterUnit: on({
      label: text('Đăng ký đơn vị', 'Register a unit'),
      from: ['none'],
      to: active,
      by: [by.officerOfCampaign],
      decision: { needs: ['document'] },
      decide: registerUnit,
    }),
    RenameUnit: on({
      label: text('Đổi tên đơn vị', 'Rename the unit'),
      from: active,
      to: active,
      by: [by.officerOfCampaign],
      decision: { needs: ['document'] },
      fences: [breaking('unit')],
      guards: [followsName],
      buildsOn,
      decide: renameUnit,
    }),
    AssignUnitCode: on({
      label: text('Cấp mã đơn vị', 'Assign a code'),
      from: active,
      to: active,
      by: [by.officerOfCampaign],
      decision: { needs: ['document'] },
      guards: [followsCode],
      buildsOn,
      decide: assignCode,
    }),
    EnrolUnit: on({
      label: text('Đưa vào danh sách đơn vị', 'Enrol in the roster'),
      from: active,
      to: active,
      by: [by.leaderOfCampaign],
      decision: { needs: ['document'] },
      fences: [breaking('unit')],
      guards: [followsStanding],
      buildsOn,
      decide: enrolUnit,
    }),
    ExemptUnit: on({
      label: text('Miễn nghĩa vụ', 'Exempt'),
      from: active,
      to: active,
      by: [by.leaderOfCampaign],
      decision: { needs: ['reason', 'document'] },
      fences: [breaking('unit')],
      guards: [wasListed, isListedThen, endsAfterItBegins],
      buildsOn,
      decide: exemptUnit,
    }),
    RemoveUnitFromRoster: on({
      label: text('Đưa ra khỏi danh sách', 'Remove from the roster'),
      from: active,
      to: active,
      by: [by.leaderOfCampaign],
      decision: { needs: ['reason', 'document'] },
      fences: [breaking('unit')],
      guards: [wasListed, isListedThen, followsStanding],
      buildsOn,
      decide: removeFromRoster,
    }),
    AppointHead: on({
      label: text('Ghi nhận bổ nhiệm thủ trưởng', 'Appoint a head'),
      from: active,
      to: active,
      by: [by.officerOfCampaign],
      decision: { needs: ['document'] },
      guards: [noHeadInOffice, followsFormerHead],
      buildsOn,
      decide: appointHead,
    }),
    EndHead: on({
      label: text('Ghi nhận thôi chức thủ trưởng', 'End a head’s office'),
      from: active,
      to: active,
      by: [by.officerOfCampaign],
      decision: { needs: ['document'] },
      guards: [hasHead, endsAppointment],
      buildsOn,
      decide: endHead,
    }),
    MergeUnit: on({
      label: text('Sáp nhập đơn vị', 'Merge into another unit'),
      from: active,
      to: ['merged'],
      by: [by.leaderOfCampaign],
      decision: { needs: ['document'] },
      reads: {
        successors: readingMany(unitFold, (_state: UnitState, command?: MergeUnit) => (command ? [command.into] : [])),
      },
      fences: [breaking('unit'), intoSuccessors],
      guards: [followsBeginning, takesEffectByNow, successorsOperate],
      buildsOn,
      decide: mergeUnit,
    }),
    SplitUnit: on({
      label: text('Chia tách đơn vị', 'Split into other units'),
      from: active,
      to: ['split'],
      by: [by.leaderOfCampaign],
      decision: { needs: ['document'] },
      reads: { successors: readingMany(unitFold, (_state: UnitState, command?: SplitUnit) => command?.into ?? []) },
      fences: [breaking('unit'), intoSuccessors],
      guards: [followsBeginning, takesEffectByNow, successorsOperate],
      buildsOn,
      decide: splitUnit,
    }),
    DissolveUnit: on({
      label: text('Giải thể đơn vị', 'Dissolve the unit'),
      from: active,
      to: ['dissolved'],
      by: [by.leaderOfCampaign],
      decision: { needs: ['document'] },
      fences: [breaking('unit')],
      guards: [followsBeginning, takesEffectByNow],
      buildsOn,
      decide: dissolveUnit,
    }),
  }),
);
