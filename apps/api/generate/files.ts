import { lifecyclesText } from './lifecycles.js';
import { matrixText } from './matrix.js';
import { eventsText, refusalsText } from './references.js';
import { schemaText } from './schema.js';

/** Every generated file, by its path in the repository. */
export async function generatedFiles(): Promise<Readonly<Record<string, string>>> {
  return {
    'schema.graphql': await schemaText(),
    'docs/reference/lifecycles.md': lifecyclesText(),
    'docs/reference/authorization-matrix.md': matrixText(),
    'docs/reference/refusals.md': refusalsText(),
    'docs/reference/events.md': eventsText(),
  };
}
