import { localDateOf } from '#calendar';
import type { Facts, Guard, Refusal } from '#kernel';
import { LINKED_PROGRAMMES } from './events.js';
import { planRefusals } from './refusals.js';
import type { ExistingPlan } from './state.js';

/** Fields, a responsible person, coordination and the four linked programmes (the city's plan, II and IV.3). */
export const planIsComplete: Guard<ExistingPlan, unknown> = {
  rule: 'planIsComplete',
  check: ({ content }) => {
    const missing = [
      ...(content.fields.length === 0 ? ['lĩnh vực'] : []),
      ...(content.coordination.length === 0 ? ['đơn vị phối hợp'] : []),
      ...(LINKED_PROGRAMMES.every((it) => content.programmes.includes(it)) ? [] : ['bốn chương trình gắn kết']),
    ];
    return missing.length > 0 ? planRefusals.incomplete({ missing }, ['content']) : { fields: [...content.fields], programmes: content.programmes.length };
  },
};

/** The document that an integrated plan stands in was signed by the end of the cycle's year. */
export const hostDocumentInForce: Guard<ExistingPlan, unknown> = {
  rule: 'hostDocumentInForce',
  check: ({ content, year }): Facts | Refusal => {
    const signedOn = content.host?.document.signedOn;
    if (signedOn === undefined) return { mode: content.mode };
    return Number(signedOn.slice(0, 4)) <= year ? { signedOn } : planRefusals.hostNotInForce({ signedOn, year });
  },
};

/** The awaited deadline has passed. */
export const deadlineHasPassed: Guard<ExistingPlan, unknown> = {
  rule: 'deadlineHasPassed',
  check: ({ dueAt }, _reads, { now }) => (dueAt !== undefined && dueAt <= now ? { dueAt } : planRefusals.notOverdue({ dueAt: dueAt ? localDateOf(dueAt) : null })),
};
