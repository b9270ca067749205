import { by } from '#identity';
import { asking, breaking, derivedId, lifecycle, shared, text } from '#kernel';
import { evaluationsMissing, openEvaluations } from '#lifecycles/evaluation/questions';
import { openPlans } from '#lifecycles/plan/questions';
import { openRegistrations } from '#lifecycles/registration/questions';
import type { CampaignCommand, CloseCycle } from './commands.js';
import {
  adoptPolicy,
  adoptRubric,
  amendCampaign,
  archiveCampaign,
  beginClosing,
  beginCycle,
  closeCampaign,
  closeCycle,
  draftCampaign,
  extendDeadline,
  identifyDocument,
  issueCampaign,
  publishTemplate,
  resumeCampaign,
  suspendCampaign,
} from './decide.js';
import { windowsOf } from './deadlines.js';
import { cycleKey, movingCycle } from './fences.js';
import type { CampaignEvent } from './events.js';
import {
  allCyclesClosed,
  deadlineMovesOn,
  documentIsPending,
  documentIsSigned,
  fieldIsKnown,
  formIsEqual,
  hasPolicyAndRubric,
  nothingIsOpen,
  someCycleIsOpen,
  someYearIsLeft,
  yearIsOpen,
  yearMayBegin,
} from './own-guards.js';
import { campaignFold, type CampaignState } from './state.js';

/** The cycle that a command closes. */
const ofCycle = (
  _state: CampaignState,
  command?: CloseCycle,
): { readonly campaign: string; readonly year: number } => ({
  campaign: command?.id ?? '',
  year: command?.year ?? 0,
});

/** Whatever opens work of the year goes through its fence. */
const inCycle = shared('cycle', (_state: CampaignState, command?: CloseCycle) => [
  cycleKey(command?.id, command?.year),
]);

/** Policy, rubric, templates and number are settled beside each other: none builds on another. */
const beside = ['DraftCampaign', 'IssueCampaign'] as const;

/** The five-year instance of an emulation movement: founded, run in yearly cycles, closed. */
export const campaignLifecycle = lifecycle<CampaignState, CampaignCommand, CampaignEvent>()(
  {
    fold: campaignFold,
    label: text('Phong trào thi đua', 'Campaign'),
    states: {
      none: text('Chưa có', 'None'),
      drafted: text('Dự thảo', 'Drafted'),
      issued: text('Đã ban hành', 'Issued'),
      running: text('Đang thực hiện', 'Running'),
      suspended: text('Tạm dừng', 'Suspended'),
      closing: text('Đang tổng kết', 'Closing'),
      closed: text('Đã kết thúc', 'Closed'),
      archived: text('Đã lưu trữ', 'Archived'),
    },
    identify: (command, commandId) => ('id' in command ? command.id : derivedId('campaign', commandId)),
    unitOf: () => undefined,
    campaignOf: () => undefined,
    windows: windowsOf,
  },
  (on) => ({
    DraftCampaign: on({
      label: text('Dự thảo kế hoạch phong trào', 'Draft the campaign'),
      from: ['none'],
      to: ['drafted'],
      by: [by.officerOfCampaign, by.leaderOfCampaign],
      decide: draftCampaign,
    }),
    AdoptPolicy: on({
      label: text('Ban hành quy chế', 'Adopt a policy'),
      from: ['drafted', 'issued', 'running'],
      to: ['drafted', 'issued', 'running'],
      by: [by.leaderOfCampaign],
      decision: { needs: ['document'] },
      buildsOn: [...beside, 'AdoptPolicy'],
      decide: adoptPolicy,
    }),
    AdoptRubric: on({
      label: text('Ban hành thang điểm', 'Adopt a rubric'),
      from: ['drafted', 'issued', 'running'],
      to: ['drafted', 'issued', 'running'],
      by: [by.leaderOfCampaign],
      decision: { needs: ['document'] },
      buildsOn: [...beside, 'AdoptRubric'],
      decide: adoptRubric,
    }),
    PublishModelTemplate: on({
      label: text('Công bố mô hình mẫu', 'Publish a model template'),
      from: ['drafted', 'issued', 'running'],
      to: ['drafted', 'issued', 'running'],
      by: [by.officerOfCampaign, by.leaderOfCampaign],
      guards: [fieldIsKnown],
      buildsOn: beside,
      decide: publishTemplate,
    }),
    IssueCampaign: on({
      label: text('Ban hành kế hoạch phong trào', 'Issue the campaign'),
      from: ['drafted'],
      to: ['issued'],
      by: [by.decider],
      apartFrom: ['DraftCampaign'],
      decision: {},
      guards: [hasPolicyAndRubric],
      awaited: true,
      deadline: 'none',
      decide: issueCampaign,
    }),
    IdentifyCampaignDocument: on({
      label: text('Bổ sung số, ký hiệu văn bản', 'Identify the campaign’s document'),
      from: ['issued', 'running', 'suspended', 'closing'],
      to: ['issued', 'running', 'suspended', 'closing'],
      by: [by.office, by.officerOfCampaign],
      decision: {},
      guards: [documentIsPending, documentIsSigned],
      buildsOn: beside,
      decide: identifyDocument,
    }),
    OpenCycle: on({
      label: text('Mở năm thi đua', 'Open a cycle'),
      from: ['issued', 'running'],
      to: ['running'],
      by: [by.leaderOfCampaign],
      decision: {},
      guards: [hasPolicyAndRubric, someYearIsLeft, yearMayBegin],
      decide: beginCycle,
    }),
    ExtendDeadline: on({
      label: text('Gia hạn', 'Extend a deadline'),
      from: ['running'],
      to: ['running'],
      by: [by.leaderOfCampaign],
      decision: { needs: ['reason', 'document'] },
      guards: [someCycleIsOpen, yearIsOpen, deadlineMovesOn],
      buildsOn: ['OpenCycle', 'ExtendDeadline'],
      decide: extendDeadline,
    }),
    CloseCycle: on({
      label: text('Kết thúc năm thi đua', 'Close a cycle'),
      from: ['running', 'closing'],
      to: ['running', 'closing'],
      by: [by.leaderOfCampaign],
      decision: {},
      reads: {
        plans: asking(openPlans, ofCycle, inCycle),
        registrations: asking(openRegistrations, ofCycle, inCycle),
        evaluations: asking(openEvaluations, ofCycle, inCycle),
        missing: asking(evaluationsMissing, ofCycle, inCycle),
      },
      fences: [movingCycle],
      guards: [someCycleIsOpen, yearIsOpen, nothingIsOpen],
      decide: closeCycle,
    }),
    AmendCampaign: on({
      label: text('Sửa đổi kế hoạch phong trào', 'Amend the campaign'),
      from: ['issued', 'running'],
      to: ['issued', 'running'],
      by: [by.decider],
      decision: { needs: ['document'] },
      fences: [breaking('campaign')],
      guards: [formIsEqual],
      buildsOn: ['IssueCampaign', 'AmendCampaign'],
      decide: amendCampaign,
    }),
    SuspendCampaign: on({
      label: text('Tạm dừng phong trào', 'Suspend the campaign'),
      from: ['running'],
      to: ['suspended'],
      by: [by.decider],
      decision: { needs: ['reason', 'document'] },
      fences: [breaking('campaign')],
      buildsOn: ['IssueCampaign', 'OpenCycle', 'ResumeCampaign'],
      decide: suspendCampaign,
    }),
    ResumeCampaign: on({
      label: text('Tiếp tục phong trào', 'Resume the campaign'),
      from: ['suspended'],
      to: ['running'],
      by: [by.decider],
      decision: { needs: ['document'] },
      buildsOn: ['SuspendCampaign'],
      decide: resumeCampaign,
    }),
    BeginClosing: on({
      label: text('Bắt đầu tổng kết', 'Begin closing'),
      from: ['running'],
      to: ['closing'],
      by: [by.leaderOfCampaign],
      decision: {},
      fences: [breaking('campaign')],
      decide: beginClosing,
    }),
    CloseCampaign: on({
      label: text('Kết thúc phong trào', 'Close the campaign'),
      from: ['closing'],
      to: ['closed'],
      by: [by.decider],
      decision: { needs: ['document'] },
      guards: [allCyclesClosed],
      buildsOn: ['BeginClosing', 'CloseCycle'],
      decide: closeCampaign,
    }),
    ArchiveCampaign: on({
      label: text('Lưu trữ hồ sơ phong trào', 'Archive the campaign'),
      from: ['closed'],
      to: ['archived'],
      by: [by.office, by.leaderOfCampaign],
      decision: {},
      buildsOn: ['CloseCampaign'],
      decide: archiveCampaign,
    }),
  }),
);
