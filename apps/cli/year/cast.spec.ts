import { describe, expect, it } from '@jest/globals';
import { PERSONAS } from '#seed';
import fc from 'fast-check';
import { castOf, FEWEST_UNITS, LEAD, LEAD_UNITS_PANEL_LEAD, OBLIGATED, type Cast, type ModelPart } from './cast.js';
import { begunIn } from './script.js';

const unitOf = (sub: string): string | undefined => PERSONAS.find((persona) => persona.sub === sub)?.unitKey;

/** Any year that can be cast. */
const casts = fc.record({
  seed: fc.string({ minLength: 1 }),
  count: fc.integer({ min: FEWEST_UNITS, max: OBLIGATED.length }),
});
const inAnyCast = (check: (cast: Cast, count: number) => void): void =>
  fc.assert(
    fc.property(casts, ({ seed, count }) => check(castOf(seed, count), count)),
    { numRuns: 40 },
  );

const countOf = <T>(list: readonly T[], is: (it: T) => boolean): number => list.filter(is).length;

describe('The cast of a year', () => {
  it('has every unit once, two of which never plan, one late, three sent back', () => {
    inAnyCast(({ units }, count) => {
      expect(new Set(units.map(({ unit }) => unit.key)).size).toBe(count);
      expect(['NEVER', 'LATE', 'RETURNED'].map((fate) => countOf(units, (it) => it.fate === fate))).toEqual([2, 1, 3]);
    });
  });

  it('makes nine of every ten models effective: nine tenths is not more than nine tenths', () => {
    inAnyCast((cast) => {
      const begun = begunIn(cast);
      expect(countOf(begun, (it) => it.outcome === 'EFFECTIVE') * 10).toBe(begun.length * 9);
      expect(begun.length % 10).toBe(0);
    });
  });

  it('has one model merged, one not accepted, one cancelled, and late ones', () => {
    inAnyCast(({ models }) => {
      expect(
        (['MERGED', 'REJECTED', 'CANCELLED', 'RETURNED'] as const).map((fate) =>
          countOf(models, (it) => it.fate === fate),
        ),
      ).toEqual([1, 1, 1, 1]);
      expect(countOf(models, (it) => it.fate === 'LATE')).toBeGreaterThan(0);
    });
  });

  it('seats three panel members from other units, and a stand-in who is none of them', () => {
    inAnyCast(({ models }) => {
      for (const { unit, panel, standIn } of models) {
        const all = [...panel, ...(standIn === undefined ? [] : [standIn])];
        expect(panel).toHaveLength(3);
        expect(new Set(all).size).toBe(all.length);
        expect(all.map(unitOf)).not.toContain(unit.key);
      }
    });
  });

  it('has Home Affairs’ own model judged under the lead of the Office', () => {
    inAnyCast(({ models }) => {
      expect(models.filter(({ unit }) => unit === LEAD).map(({ panel }) => panel[0])).toContain(LEAD_UNITS_PANEL_LEAD);
    });
  });

  it('chooses effective models that are no secret, and invites other units than the origin', () => {
    inAnyCast(({ commended, praised, replicated, invited }) => {
      const chosen: readonly ModelPart[] = [commended, praised, replicated];
      expect(chosen.map((it) => it.outcome)).toEqual(['EFFECTIVE', 'EFFECTIVE', 'EFFECTIVE']);
      expect(chosen.map((it) => it.field)).not.toContain('DEFENCE_SECURITY');
      expect(invited.length).toBeGreaterThanOrEqual(3);
      expect(invited).not.toContain(replicated.unit);
    });
  });
});
