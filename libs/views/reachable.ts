import type { Concerned } from './concerns.js';
import type { EntityView } from './entity-view.js';

/**
 * Holds a view to what its lifecycle's table asks of it: a step that waits for somebody must be found by those it waits for.
 * @throws Error naming the view, what it lacks, and what to do
 */
export function assertReachable({ lifecycle: { name, commands }, concerns }: EntityView): void {
  if ((concerns as Concerned | undefined) === undefined)
    throw new Error(
      `The view of ${name} does not say what its dossiers are about. Make it by entityView, with \`concerns\`.`,
    );
  for (const [command, { awaited, by }] of Object.entries(commands)) {
    if (!awaited) continue;
    const lacks = by.flatMap(({ over }) => [
      ...(over !== 'anyUnit' && !concerns.unit ? ['unit'] : []),
      ...(over === 'leadUnit' && !concerns.campaign ? ['campaign'] : []),
    ])[0];
    if (lacks === undefined) continue;
    throw new Error(
      `The step ${command} of ${name} waits for people of certain units, and the view of ${name} has no ${lacks}: it would be in nobody's inbox. Give \`concerns.${lacks}\` in its view, or let the step reach any unit.`,
    );
  }
}
