import { readFileSync } from 'node:fs';
import type { Reach } from '#kernel';

const REACHES: Readonly<Record<string, Reach>> = {
  own: 'ownUnit',
  other: 'otherUnits',
  lead: 'leadUnit',
  any: 'anyUnit',
};

/** For each `lifecycle.Command` and role, over which cases the role is competent. */
export type Matrix = ReadonlyMap<string, ReadonlyMap<string, readonly Reach[]>>;

const cellsOf = (line: string): readonly string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

const reachesIn = (cell: string): readonly Reach[] =>
  cell === '·' ? [] : cell.split('+').map((mark) => REACHES[mark] ?? unknown(mark));

function unknown(mark: string): never {
  throw new Error(`The matrix has a mark that it does not explain: ${mark}`);
}

/** Reads the committed authorization matrix. */
export function readMatrix(): Matrix {
  const lines = readFileSync('docs/reference/authorization-matrix.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '));
  const [head, ...rows] = lines.map(cellsOf);
  const roles = head?.slice(1) ?? [];
  return new Map(
    rows.map(([command = '', ...cells]) => [
      command,
      new Map(cells.map((cell, index) => [roles[index] ?? '', reachesIn(cell)])),
    ]),
  );
}
