import { getMetadataStorage } from 'class-validator';
import { ENVELOPE, type CommandInput } from './command-input.js';

/** The input of each command that the API has, by lifecycle and command. */
const inputs = new Map<string, new () => CommandInput>();

/** Notes what a command takes, for those who explain it. */
export const noteInput = (lifecycle: string, command: string, input: new () => CommandInput): void =>
  void inputs.set(`${lifecycle}.${command}`, input);

/** The fields that a command on an existing dossier must bring beside its id and what every command has. */
export function contentFields(lifecycle: string, command: string): readonly string[] {
  const input = inputs.get(`${lifecycle}.${command}`);
  if (!input) return [];
  const found = getMetadataStorage().getTargetValidationMetadatas(input, '', false, false);
  const optional = new Set(found.filter(({ type }) => type === 'conditionalValidation').map((it) => it.propertyName));
  const names = new Set(found.map((it) => it.propertyName));
  return [...names].filter(
    (name) => name !== 'id' && !optional.has(name) && !(ENVELOPE as readonly string[]).includes(name),
  );
}
