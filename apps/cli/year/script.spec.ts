import { describe, expect, it } from '@jest/globals';
import { PERSONAS } from '#seed';
import { FEWEST_UNITS, OBLIGATED } from './cast.js';
import { Ref, type Scene } from './scene.js';
import { scriptOf } from './script.js';

const scenes = scriptOf('a seed', FEWEST_UNITS).scenes;

function refsIn(value: unknown): readonly Ref[] {
  if (value instanceof Ref) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(refsIn) : [];
}
const count = (all: readonly Scene[], command: string): number =>
  all.filter((scene) => scene.command === command).length;

describe('The script of a year', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(scriptOf('a seed', FEWEST_UNITS)).toEqual(scriptOf('a seed', FEWEST_UNITS));
    expect(scriptOf('another', FEWEST_UNITS).scenes).not.toEqual(scenes);
  });

  it('goes forward in time', () => {
    expect(scenes.map((scene) => scene.day)).toEqual(scenes.map((scene) => scene.day).toSorted());
  });

  it('names only what an earlier scene brought about', () => {
    const saved = new Set<string>();
    for (const scene of scenes) {
      const named = refsIn([scene.input, scene.delegation]).map((ref) => ref.scene);
      expect(named.filter((name) => !saved.has(name))).toEqual([]);
      if (scene.saves !== undefined) saved.add(scene.saves);
    }
  });

  it('is played by personas alone', () => {
    const known = PERSONAS.map((persona) => persona.sub);
    expect([...new Set(scenes.map((scene) => scene.as))].filter((sub) => !known.includes(sub))).toEqual([]);
  });

  it.each([FEWEST_UNITS, OBLIGATED.length])('has each special case however many units take part: %i', (units) => {
    const all = scriptOf('a seed', units).scenes;
    const once = [
      'ResolveDuplicate',
      'RejectRegistration',
      'CancelRegistration',
      'ReturnRegistration',
      'DeclareRecusal',
      'ReplacePanelist',
      'LodgeObjection',
      'UpholdObjection',
      'PlaceHold',
      'ReleaseHold',
      'DecideCommendation',
      'DecideAtUnit',
      'GrantDelegation',
      'DecideReplication',
      'DeclineAdoption',
      'FreezeCycle',
      'CloseCycle',
    ];
    expect(Object.fromEntries(once.map((command) => [command, count(all, command)]))).toEqual(
      Object.fromEntries(once.map((command) => [command, 1])),
    );
    expect(count(all, 'ReturnPlan')).toBe(3);
    expect(count(all, 'ConfirmAdoption')).toBe(count(all, 'AcceptAdoption'));
  });

  it('has no plan of two units, and those of all others accepted', () => {
    const all = scriptOf('a seed', OBLIGATED.length).scenes;
    expect(count(all, 'AcceptPlan')).toBe(OBLIGATED.length - 2);
  });
});
