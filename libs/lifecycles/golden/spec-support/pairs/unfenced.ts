import type { LifecycleModule } from '#graphql';
import type { Transition } from '#kernel';

/** The lifecycles with one row that passes no fence of a kind any more; it reads, guards and decides as ever. */
export function withoutFence(
  modules: readonly LifecycleModule[],
  row: string,
  kind: string,
): readonly LifecycleModule[] {
  const [name = '', type = ''] = row.split('.');
  return modules.map((module) => {
    const { lifecycle } = module;
    const found = lifecycle.commands[type];
    if (lifecycle.name !== name || !found) return module;
    return { ...module, lifecycle: { ...lifecycle, commands: { ...lifecycle.commands, [type]: bare(found, kind) } } };
  });
}

function bare(row: Transition, kind: string): Transition {
  const reads = Object.entries(row.reads).map(([key, read]) => {
    const { fence } = read;
    const left = 'unfenced' in fence ? fence : [fence].flat().filter((it) => it.kind !== kind);
    return [key, { ...read, fence: left }];
  });
  return {
    ...row,
    reads: Object.fromEntries(reads) as Transition['reads'],
    fences: row.fences.filter((it) => it.kind !== kind),
  };
}
