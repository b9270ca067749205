import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal, START, type StoredEvent } from '#kernel';
import { isSeeded, seed, SeedFault, seedPlan, PERSONAS, type SeedOptions, type SeedProgress } from './index.js';
import { buildHouse, type House } from './spec-support/house.js';

const ISSUER = 'https://id.example.vn';
const ALL: SeedOptions = { issuer: ISSUER };
const FEW: SeedOptions = { issuer: ISSUER, includePersonas: false };

const logOf = ({ store }: House): Promise<readonly StoredEvent[]> => store.readAll(START, 100_000);
/** The commands that left something in a log. */
const commandsIn = (log: readonly StoredEvent[]): ReadonlySet<string> =>
  new Set(log.map(({ metadata }) => (JSON.parse(metadata) as { commandId: string }).commandId));
const cause = (error: unknown): unknown => error;

describe('seeding an empty log', () => {
  it('is accepted from the first step to the last, each with something to show for it', async () => {
    const house = buildHouse();
    const result = await seed(house.engine, ALL);
    const log = await logOf(house);
    expect(result).toEqual({ steps: seedPlan(ALL).length, repeated: 0, position: log.at(-1)?.position });
    expect(commandsIn(log).size).toBe(result.steps);
  });

  it('tells after every step how far it has come', async () => {
    const told: SeedProgress[] = [];
    await seed(buildHouse().engine, { ...FEW, onProgress: (progress) => told.push(progress) });
    const steps = seedPlan(FEW);
    expect(told).toEqual(steps.map((step, at) => ({ done: at + 1, total: steps.length, step })));
  });

  it('gives the same bytes for the same clock and the same randomness', async () => {
    const [first, second] = [buildHouse(), buildHouse()];
    await seed(first.engine, ALL);
    await seed(second.engine, ALL);
    expect(await logOf(second)).toEqual(await logOf(first));
  });

  it('writes nobody’s name in clear, nor tells it while it runs', async () => {
    const house = buildHouse();
    await seed(house.engine, ALL);
    const written = JSON.stringify([await logOf(house), seedPlan(ALL).map((step) => step.title)]);
    expect(PERSONAS.filter((persona) => written.includes(persona.name))).toEqual([]);
  });

  it('comes to the same commands when independent ones run at once', async () => {
    const [one, many] = [buildHouse(), buildHouse()];
    await seed(one.engine, ALL);
    await seed(many.engine, { ...ALL, concurrency: 16 });
    const commands = async (house: House) =>
      (await logOf(house)).map(({ metadata }) => (JSON.parse(metadata) as { commandId: string }).commandId).sort();
    expect(await commands(many)).toEqual(await commands(one));
  });
});

describe('seeding again', () => {
  it('adds no event', async () => {
    const house = buildHouse();
    await seed(house.engine, ALL);
    const before = await logOf(house);
    const again = await seed(house.engine, ALL);
    const { steps } = again;
    expect(again).toEqual({ steps, repeated: steps, position: before.at(-1)?.position });
    expect(await logOf(house)).toEqual(before);
  });

  it('adds everybody else to a log that began without them', async () => {
    const house = buildHouse();
    const few = await seed(house.engine, FEW);
    const all = await seed(house.engine, ALL);
    expect(all.repeated).toBe(few.steps);
    expect(commandsIn(await logOf(house)).size).toBe(seedPlan(ALL).length);
  });

  it('completes a seed that was interrupted anywhere', async () => {
    const total = seedPlan(FEW).length;
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: total - 1 }), async (survived) => {
        const house = buildHouse();
        let sent = 0;
        const cut: SeedOptions = {
          ...FEW,
          onProgress: () => {
            if ((sent += 1) > survived) throw new Error('interrupted');
          },
        };
        await expect(seed(house.engine, cut)).rejects.toThrow('interrupted');
        expect(await isSeeded(house.loader)).toBe(survived === total - 1);
        expect((await seed(house.engine, FEW)).repeated).toBe(survived + 1);
        expect(await isSeeded(house.loader)).toBe(true);
        expect(commandsIn(await logOf(house)).size).toBe(total);
      }),
      { numRuns: 8 },
    );
  });

  it('is needed as long as the log is empty', async () => {
    expect(await isSeeded(buildHouse().loader)).toBe(false);
  });
});

describe('a seed that is refused', () => {
  it('stops at the step and says which one and why', async () => {
    const house = buildHouse('2026-01-10T01:00:00.000Z');
    const fault = await seed(house.engine, ALL).catch(cause);
    expect(fault).toBeInstanceOf(SeedFault);
    if (!(fault instanceof SeedFault)) return;
    expect(fault.step.request.command.type).toBe('GrantRole');
    expect(isRefusal(fault.refusal)).toBe(true);
    expect(fault.refusal.code).toBe('DATE_IN_FUTURE');
    expect(fault.message).toContain('Giao vai trò: Quản trị hệ thống');
    expect(fault.message).toContain(fault.refusal.message.vi);
    expect(await logOf(house)).toHaveLength(1);
  });

  it('may be founded on another day where the clock is behind', async () => {
    const house = buildHouse('2026-01-10T01:00:00.000Z');
    const { steps } = await seed(house.engine, { ...FEW, foundedOn: '2026-01-09' });
    expect(commandsIn(await logOf(house)).size).toBe(steps);
  });

  it('takes over no unit and no campaign of a log that was seeded for another issuer', async () => {
    const house = buildHouse();
    await seed(house.engine, FEW);
    const before = await logOf(house);
    const fault = await seed(house.engine, { ...FEW, issuer: 'https://other.example.vn' }).catch(cause);
    expect(fault).toMatchObject({ refusal: { code: 'COMMAND_ID_REUSED' } });
    const added = (await logOf(house)).slice(before.length).map(({ stream }) => stream.split('-')[0]);
    expect(new Set(added)).toEqual(new Set(['access', 'fence']));
  });
});
