import { parseArgs } from 'node:util';
import { crash, explore, type Broken } from './explore.js';
import { MISHAPS } from './picks.js';

/**
 * A program: `npm run verify:fences -- [--runs N] [--seed S]`. Lets processes meet with every mishap at each of their calls, then
 * plays N runs of every scenario in an order that follows from the seed. Ends with 1 when a rule broke, and says how to see it again.
 */
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];
if (![runs, seed].every((it) => Number.isSafeInteger(it) && it >= 0)) {
  throw new RangeError('--runs và --seed nhận số nguyên. --runs and --seed take whole numbers.');
}

const broken: Broken[] = [];
for (const mishap of MISHAPS) broken.push(...some(await crash(mishap)));
broken.push(...some(await explore(seed, runs)));
process.stdout.write(`${JSON.stringify({ runs, seed, broken }, undefined, 2)}\n`);
process.exitCode = broken.length > 0 ? 1 : 0;

function some(found: Broken | undefined): readonly Broken[] {
  return found ? [found] : [];
}
