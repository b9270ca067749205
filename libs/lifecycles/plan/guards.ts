import { text, type Facts, type Guard, type Json, type Refusal } from '#kernel';
import { LINKED_PROGRAMMES, type PlanContent } from './events.js';
import { planRefusals } from './refusals.js';
import type { ExistingPlan } from './state.js';

/** What a plan may lack, for people. */
const LACKING = {
  fields: text('lĩnh vực', 'fields'),
  coordination: text('đơn vị phối hợp', 'coordinating units'),
  programmes: text('bốn chương trình gắn kết', 'the four linked programmes'),
} as const;

/**
 * Fields, coordination and the four linked programmes (the city's plan, II and IV.3), as facts or the refusal.
 * @param path where the command has the content, when it does
 */
export function completeContent(content: PlanContent, path?: readonly string[]): Facts | Refusal {
  const missing: readonly Json[] = [
    ...(content.fields.length === 0 ? [{ ...LACKING.fields }] : []),
    ...(content.coordination.length === 0 ? [{ ...LACKING.coordination }] : []),
    ...(LINKED_PROGRAMMES.every((it) => content.programmes.includes(it)) ? [] : [{ ...LACKING.programmes }]),
  ];
  return missing.length > 0
    ? planRefusals.incomplete({ missing }, path)
    : { fields: [...content.fields], programmes: content.programmes.length };
}

/**
 * The document that an integrated plan stands in was signed by the end of the cycle's year: as facts, or the refusal.
 * @param path where the command has the date, when it does
 */
export function hostInForce({ host, mode }: PlanContent, year: number, path?: readonly string[]): Facts | Refusal {
  const signedOn = host?.document.signedOn;
  if (signedOn === undefined) return { mode };
  return Number(signedOn.slice(0, 4)) <= year
    ? { mode, signedOn, year }
    : planRefusals.hostNotInForce({ signedOn, year }, path);
}

/** What the plan says is complete. */
export const planIsComplete: Guard<ExistingPlan, unknown> = {
  rule: 'planIsComplete',
  check: ({ content }) => completeContent(content),
};

/** The host document of an integrated plan holds for the cycle. */
export const hostDocumentInForce: Guard<ExistingPlan, unknown> = {
  rule: 'hostDocumentInForce',
  check: ({ content, year }) => hostInForce(content, year),
};
