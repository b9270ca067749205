import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readDemoOptions } from './options.js';

describe('The options of a demonstration', () => {
  it('have defaults for all', () => {
    expect(readDemoOptions([])).toEqual({
      data: resolve('data/demo'),
      port: 0,
      seed: 'hue-2026',
      units: 54,
      keep: false,
      json: false,
      help: false,
    });
  });

  it('are read as given', () => {
    expect(
      readDemoOptions(['--data', '/srv/x', '--port', '4010', '--seed', 'Huế', '--units', '12', '--keep', '--json']),
    ).toMatchObject({ data: '/srv/x', port: 4010, seed: 'Huế', units: 12, keep: true, json: true });
  });

  it.each([
    [['--port', '70000'], '--port'],
    [['--units', '10'], '--units'],
    [['--units', 'ba'], '--units'],
    [['--seed', ''], '--seed'],
    [['--sed', 'x'], '--help'],
    [['thừa'], '--help'],
  ])('are refused with the name of what is wrong: %j', (args, named) => {
    expect(() => readDemoOptions(args)).toThrow(named);
  });
});
