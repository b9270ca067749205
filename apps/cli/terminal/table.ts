/** A column: its heading and the most characters a line of it takes. */
export interface Column {
  readonly title: string;
  readonly most: number;
}

/** The text in lines of at most `most` characters, broken at spaces where there are any. */
function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.normalize('NFC').split(/\s+/)) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && joined.length <= most) lines[lines.length - 1] = joined;
    else for (let at = 0; at === 0 || at < word.length; at += most) lines.push(word.slice(at, at + most));
  }
  return lines;
}

/**
 * Rows under headings, each column as wide as it needs to be and no wider than it may.
 * @returns lines without a line break at the end
 */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cells = [columns.map((it) => it.title), ...rows].map((row) =>
    columns.map(({ most }, at) => wrapped(row[at] ?? '', most)),
  );
  const widths = columns.map((_, at) =>
    Math.max(...cells.map((row) => Math.max(0, ...(row[at] ?? []).map((line) => line.length)))),
  );
  const lineOf = (row: readonly (readonly string[])[], line: number): string =>
    widths
      .map((width, at) => (row[at]?.[line] ?? '').padEnd(width))
      .join('  ')
      .trimEnd();
  const linesOf = (row: readonly (readonly string[])[]): readonly string[] =>
    Array.from({ length: Math.max(1, ...row.map((cell) => cell.length)) }, (_, line) => lineOf(row, line));
  const [head = [], ...body] = cells;
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [...linesOf(head), rule, ...body.flatMap(linesOf)].join('\n');
}
