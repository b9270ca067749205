import { fencesNamedBy, type Lifecycle, type Transition } from '#kernel';
import { lifecycleModules } from '#lifecycles';

const REACHES = {
  ownUnit: 'đối với hồ sơ của đơn vị mình',
  otherUnits: 'đối với hồ sơ của đơn vị khác',
  leadUnit: 'đối với hồ sơ của đơn vị chủ trì',
  anyUnit: 'mọi đơn vị',
} as const;

const who = (row: Transition): string =>
  row.by.map(({ role, label, over }) => `${label?.vi ?? role} (${REACHES[over]})`).join('; ');
const list = (items: readonly string[]): string => (items.length === 0 ? '–' : items.join(', '));

/** Every edge once: the same command may lead from several states. */
function diagram({ commands }: Lifecycle): string {
  const lines = Object.entries(commands).flatMap(([command, row]) =>
    row.from.flatMap((from) =>
      targets(row, from).map((to) => `  ${from === 'none' ? '[*]' : from} --> ${to} : ${command}`),
    ),
  );
  return ['```mermaid', 'stateDiagram-v2', ...new Set(lines), '```'].join('\n');
}

/** A command that may keep its state keeps the one it came from. */
const targets = (row: Transition, from: string): readonly string[] =>
  row.to.includes(from) && row.to.every((it) => row.from.includes(it)) ? [from] : row.to;

/** The policy's rules that a step is due by; a right that lapses is said to be one. */
function deadlineOf({ awaited, deadline, timer }: Transition): string {
  if (timer !== undefined)
    return `hệ thống thực hiện sau hạn: ${timer.rules.length === 0 ? 'theo hồ sơ' : list(timer.rules)}`;
  if (deadline === undefined) return '–';
  if (deadline === 'none') return 'không có hạn';
  const rules = deadline.rules.length === 0 ? 'theo hồ sơ' : deadline.rules.join(', ');
  return awaited ? rules : `${rules} (quyền)`;
}

/** The kinds of fences that a row passes, and how. */
function fencesOf(row: Transition): string {
  const named = fencesNamedBy(row);
  const kinds = (use: string): readonly string[] =>
    [...new Set(named.filter((it) => it.use === use).map(({ kind }) => kind))].sort();
  const alone = kinds('exclusive');
  const beside = kinds('shared').filter((kind) => !alone.includes(kind));
  return list([...alone.map((kind) => `**${kind}**`), ...beside]);
}

function table({ commands }: Lifecycle): string {
  const rows = Object.entries(commands).map(([command, row]) => {
    const { needs: brought = [], signedByActor } = row.decision ?? {};
    const conditions = [
      ...brought.map((it) => ({ reason: 'cần lý do', document: 'cần văn bản' })[it]),
      ...(signedByActor ? ['có thẩm quyền vào ngày ký'] : []),
    ];
    const needs = row.decision ? ['quyết định', ...conditions].join(', ') : '–';
    const guards = list(row.guards.map((guard) => (guard as { rule: string }).rule));
    return `| \`${command}\` | ${row.label.vi} | ${row.from.join(', ')} | ${row.to.join(', ')} | ${who(row)} | ${guards} | ${list(row.apartFrom)} | ${needs} | ${deadlineOf(row)} | ${fencesOf(row)} |`;
  });
  return [
    '| lệnh | việc | từ | đến | ai | điều kiện | tách khỏi | quyết định | hạn | chốt |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

const states = ({ states: all }: Lifecycle): string =>
  Object.entries(all)
    .filter(([key]) => key !== 'none')
    .map(([key, label]) => `- \`${key}\` ${label.vi} (${label.en})`)
    .join('\n');

const section = (lifecycle: Lifecycle): string =>
  `## ${lifecycle.label.vi} – ${lifecycle.label.en} (\`${lifecycle.name}\`)\n\n${states(lifecycle)}\n\n${diagram(lifecycle)}\n\n${table(lifecycle)}\n`;

/** The state diagrams and tables of every lifecycle, from the transition tables. */
export const lifecyclesText = (): string =>
  [
    '# Lifecycles',
    '',
    'Generated from the transition tables by `npm run generate`. Do not edit.',
    '',
    '“Chốt” are the fences that a command passes: in bold one at a time, the others beside all who rely on the same.',
    '',
    ...lifecycleModules.map(({ lifecycle }) => section(lifecycle)),
  ].join('\n');
