import { localDateOf } from '#calendar';
import type { Facts, Guard, Refusal } from '#kernel';
import { LINKED_PROGRAMMES, type PlanContent } from './events.js';
import { planRefusals } from './refusals.js';
import type { ExistingPlan } from './state.js';

/** Fields, a responsible person, coordination and the four linked programmes (the city's plan, II and IV.3), as facts or the refusal. */
export function completeContent(content: PlanContent): Facts | Refusal {
  const missing = [
    ...(content.fields.length === 0 ? ['lĩnh vực'] : []),
    ...(content.coordination.length === 0 ? ['đơn vị phối hợp'] : []),
    ...(LINKED_PROGRAMMES.every((it) => content.programmes.includes(it)) ? [] : ['bốn chương trình gắn kết']),
  ];
  return missing.length > 0 ? planRefusals.incomplete({ missing }, ['content']) : { fields: [...content.fields], programmes: content.programmes.length };
}

/** The document that an integrated plan stands in was signed by the end of the cycle's year: as facts, or the refusal. */
export function hostInForce({ host, mode }: PlanContent, year: number): Facts | Refusal {
  const signedOn = host?.document.signedOn;
  if (signedOn === undefined) return { mode };
  return Number(signedOn.slice(0, 4)) <= year ? { signedOn } : planRefusals.hostNotInForce({ signedOn, year });
}

/** What the plan says is complete. */
export const planIsComplete: Guard<ExistingPlan, unknown> = { rule: 'planIsComplete', check: ({ content }) => completeContent(content) };

/** The host document of an integrated plan holds for the cycle. */
export const hostDocumentInForce: Guard<ExistingPlan, unknown> = { rule: 'hostDocumentInForce', check: ({ content, year }) => hostInForce(content, year) };

/** The awaited deadline has passed, and that has not been recorded yet: once overdue, a plan stays so. */
export const deadlineHasPassed: Guard<ExistingPlan, unknown> = {
  rule: 'deadlineHasPassed',
  check: ({ dueAt, overdue }, _reads, { now }) => {
    if (overdue) return planRefusals.overdueKnown();
    return dueAt !== undefined && dueAt <= now ? { dueAt } : planRefusals.notOverdue({ dueAt: dueAt ? localDateOf(dueAt) : null });
  },
};
