import { ROLES, type Role } from '#identity';
import type { Reach, Transition } from '#kernel';
import { lifecycleModules } from '#lifecycles';

const MARKS: Readonly<Record<Reach, string>> = {
  ownUnit: 'own',
  otherUnits: 'other',
  leadUnit: 'lead',
  anyUnit: 'any',
};

const mark = (row: Transition, role: Role): string =>
  row.by
    .filter((it) => it.role === role)
    .map((it) => MARKS[it.over])
    .join('+') || '·';

/** Who may send what, from the transition tables. */
export function matrixText(): string {
  const roles = Object.keys(ROLES) as Role[];
  const head = `| command | ${roles.join(' | ')} |\n|---|${roles.map(() => '---').join('|')}|`;
  const rows = lifecycleModules.flatMap(({ lifecycle }) =>
    Object.entries(lifecycle.commands).map(
      ([command, row]) => `| ${lifecycle.name}.${command} | ${roles.map((role) => mark(row, role)).join(' | ')} |`,
    ),
  );
  return `# Authorization matrix

Generated from the transition tables by \`npm run generate\`. Do not edit. \`own\`: cases of the own unit; \`other\`: of other
units only; \`lead\`: of the unit that leads the campaign, by somebody from elsewhere; \`any\`: not bound to a unit; \`·\`: refused.
Separation of duties, state and guards come on top.

${head}
${rows.join('\n')}
`;
}
