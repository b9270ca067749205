import { cpus, release, totalmem, type } from 'node:os';
import type { Machine } from './figures.js';

/** What this machine is. */
export const machine = (): Machine => ({
  cpu: cpus()[0]?.model.trim() || 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  system: `${type()} ${release()}`,
});
