import { text, type DocumentRef, type EventInfo, type Personal, type Prose } from '#kernel';

/** The two lawful ways to have a plan: of its own, or as a part of another programme of the unit. */
export const PLAN_MODES = ['STANDALONE', 'INTEGRATED'] as const;
/** One of these modes. */
export type PlanMode = (typeof PLAN_MODES)[number];

/** The four programmes that a plan must say how it is tied to. */
export const LINKED_PROGRAMMES = [
  'ADMINISTRATIVE_REFORM',
  'DIGITAL_TRANSFORMATION',
  'GRASSROOTS_DEMOCRACY',
  'PATRIOTIC_EMULATION',
] as const;
/** One of these programmes. */
export type LinkedProgramme = (typeof LINKED_PROGRAMMES)[number];

/** The programme that an integrated plan stands in. */
export interface HostDocument {
  readonly document: DocumentRef;
  /** Where in it the plan stands: part, section, page. */
  readonly section: string;
}

/** A task of the plan with the civil date it is due. */
export interface PlanTask {
  readonly title: string;
  readonly due: string;
}

/** What a plan says. */
export interface PlanContent {
  readonly title: string;
  readonly mode: PlanMode;
  readonly host?: HostDocument;
  /** Keys of the campaign's fields. */
  readonly fields: readonly string[];
  readonly responsible: Personal;
  /** Units that take part. */
  readonly coordination: readonly string[];
  readonly programmes: readonly LinkedProgramme[];
  readonly tasks: readonly PlanTask[];
}

/** These names are the stored format. Deadlines are exclusive instants. */
export type PlanEvent =
  | {
      readonly type: 'PlanDrafted';
      readonly data: {
        readonly campaign: string;
        readonly unit: string;
        readonly year: number;
        readonly content: PlanContent;
        readonly dueAt: string;
      };
    }
  | { readonly type: 'PlanRevised'; readonly data: { readonly content: PlanContent } }
  | { readonly type: 'PlanIssued'; readonly data: Record<string, never> }
  | { readonly type: 'PlanSubmitted'; readonly data: { readonly late: boolean; readonly dueAt: string } }
  | { readonly type: 'PlanReceived'; readonly data: { readonly dueAt: string } }
  | { readonly type: 'PlanReturned'; readonly data: { readonly dueAt: string } }
  | { readonly type: 'PlanAccepted'; readonly data: Record<string, never> }
  | { readonly type: 'PlanAmended'; readonly data: { readonly content: PlanContent } }
  | { readonly type: 'PlanReplaced'; readonly data: { readonly content: PlanContent; readonly dueAt: string } }
  | { readonly type: 'PlanErratumIssued'; readonly data: { readonly correction: Prose } }
  | { readonly type: 'PlanWithdrawn'; readonly data: Record<string, never> };

/** How each event is dated and shown, and who may see it. */
export const planEvents: { readonly [K in PlanEvent['type']]: EventInfo } = {
  PlanDrafted: { kind: 'draft', label: text('Soạn kế hoạch', 'Plan drafted') },
  PlanRevised: { kind: 'draft', label: text('Chỉnh sửa dự thảo', 'Plan revised') },
  PlanIssued: { kind: 'step', label: text('Ban hành kế hoạch', 'Plan issued') },
  PlanSubmitted: { kind: 'step', label: text('Gửi kế hoạch', 'Plan submitted') },
  PlanReceived: { kind: 'step', label: text('Tiếp nhận kế hoạch', 'Plan received') },
  PlanReturned: { kind: 'step', label: text('Trả lại kế hoạch', 'Plan returned') },
  PlanAccepted: { kind: 'step', label: text('Chấp nhận kế hoạch', 'Plan accepted'), classification: 'PUBLIC' },
  PlanAmended: { kind: 'step', label: text('Sửa đổi kế hoạch', 'Plan amended') },
  PlanReplaced: { kind: 'step', label: text('Thay thế kế hoạch', 'Plan replaced') },
  PlanErratumIssued: { kind: 'step', label: text('Đính chính kế hoạch', 'Erratum issued') },
  PlanWithdrawn: { kind: 'step', label: text('Rút kế hoạch', 'Plan withdrawn') },
};
