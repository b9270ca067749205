import {
  admittedActor,
  caseOf,
  carryOut,
  isRefusal,
  rowOf,
  type CommandShape,
  type Lifecycle,
  type Loaded,
  type Refusal,
} from '#kernel';
import { surroundings, type Surroundings } from './given.js';

/** Somebody with one role at one unit. */
export interface Sender {
  readonly role: string;
  readonly unit: string;
  /** The unit that leads the campaign. */
  readonly leadUnit: string;
  /** The unit that the case is about, where it is to be another than the dossier's own. */
  readonly caseUnit?: string;
}

/** The person of whom a specification asks what they may do. */
export const PERSON = 'person-1';

/**
 * What becomes of a person's command: the kernel's own way from competence on.
 * @param target the dossier; what the person did in it stands in its participants
 * @returns the refusal's code, or `carried out`
 */
export function sentBy(
  lifecycle: Lifecycle,
  target: Loaded,
  command: CommandShape,
  sender: Sender,
  around: Omit<Surroundings, 'actor'> = {},
): string {
  const row = rowOf(lifecycle, command.type);
  if (!row) throw new Error(`${lifecycle.name} has no ${command.type}`);
  const { role, unit, leadUnit, caseUnit } = sender;
  const about = caseUnit === undefined ? lifecycle : { ...lifecycle, unitOf: () => caseUnit };
  const matter = { lifecycle: about, type: command.type, row };
  const person = surroundings(row, command, { ...around, actor: { subject: PERSON, role, unit } });
  const { now, grants, request } = person;
  const asker = { subject: PERSON, grants, leadUnit, now, occurredAt: request.occurredAt ?? now };
  const actor = admittedActor(matter, target, asker, command);
  if (isRefusal(actor)) return actor.code;
  const it = caseOf(row, target, command, around.reads ?? {});
  return codeOf(isRefusal(it) ? it : carryOut({ ...person, matter, it, actor }));
}

const codeOf = (outcome: object | Refusal): string => (isRefusal(outcome) ? outcome.code : 'carried out');
