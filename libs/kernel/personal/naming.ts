import type { CommandRequest } from '../command.js';
import type { ReadScope } from '../read-scope.js';
import type { Refusal } from '../refusal.js';
import { refusals } from '../refusals.js';
import type { Sealed } from './particulars.js';
import { personRefsIn, withPersons, type PersonRegister } from './persons.js';

/** A request in which persons named by identity alone have the names under which they are registered; or the refusal. */
export async function namingPersons(
  request: CommandRequest,
  stream: string,
  register: PersonRegister,
  scope: ReadScope,
): Promise<CommandRequest | Refusal> {
  const refs = personRefsIn(request.command);
  const persons = [...new Set(refs.map(({ person }) => person))];
  const known = persons.length === 0 ? new Map<string, Sealed>() : await register.find(persons, scope);
  const unknown = refs.find(({ person }) => !known.has(person));
  if (unknown) return refusals.personUnknown({ person: unknown.person }, unknown.path);
  return { ...request, command: withPersons(request.command, known, stream) };
}
