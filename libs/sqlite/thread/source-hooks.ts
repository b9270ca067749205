import { registerHooks } from 'node:module';

// A thread whose source runs: its modules' names end in .ts, and the rooms it takes from are read as source, too.
registerHooks({
  resolve: (name, context, next) =>
    next(name.replace(/^(\..*)\.js$/, '$1.ts'), { ...context, conditions: [...context.conditions, 'kheo-source'] }),
});
