import { asVaultFault, type VaultFault } from '../fault.js';
import type { Answer, Desk, Request } from '../messages.js';

/** Puts a question to a desk. */
export function ask(desk: Desk, [question, ...args]: Request): unknown {
  const answerer = desk[question];
  if (answerer === undefined) throw new Error(`Nobody here answers to ${question}`);
  return answerer(...(args as unknown as readonly never[]));
}

/** The answer to one question, or the fault that it ended in. */
export function answered(file: string, work: () => unknown): Answer {
  try {
    return { value: work() };
  } catch (error) {
    return faultAnswer(asVaultFault(error, file));
  }
}

/** A fault in a form that crosses threads. */
export const faultAnswer = ({ reason, message }: VaultFault): Answer => ({ fault: { reason, message } });
