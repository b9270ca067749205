/** The picture of the house: arrows go one way, and each room imports only what is named here. */

const lib = (name) => `^libs/${name}/`;
const spec = '\\.spec\\.ts$';
/** Files that only tests load: specs, and what stands under a test folder. */
const testOnly = `${spec}|/(spec-support|testing|test|fixtures)/`;

/** A library may import these libraries of the house, and itself. */
const layer = (name, below) => ({
  name: `${name}-imports-only-what-is-below`,
  comment: `libs/${name} may import: ${below.join(', ') || 'no other library'}`,
  severity: 'error',
  from: { path: lib(name), pathNot: testOnly },
  to: { path: '^libs/', pathNot: `^libs/(${[name, ...below].join('|')})/` },
});

/** Rooms of a lifecycle that hold the domain alone. */
const domainRooms =
  '^libs/lifecycles.*/(events|state|commands|decide[^/]*|evolve[^/]*|guard-[^/]*|[^/]*guards|dated|seats|items|lifecycle)\\.ts$';
const framework = 'node_modules/(@nestjs|@apollo|graphql|graphql-[^/]+|class-validator|class-transformer|fastify)/';
const machine = '^(node:)?(sqlite|fs|fs/promises|net|http|https|worker_threads|child_process)$';

const below = {
  kernel: [],
  sqlite: [],
  stores: ['kernel', 'sqlite'],
  calendar: ['kernel'],
  identity: ['kernel'],
  visibility: ['kernel', 'identity'],
  projections: ['kernel', 'sqlite'],
  registers: ['kernel', 'projections'],
  views: ['kernel', 'identity', 'visibility', 'projections'],
  vault: ['kernel', 'sqlite'],
  testing: ['kernel'],
  graphql: ['kernel', 'identity', 'visibility', 'projections', 'views', 'calendar'],
  lifecycles: ['kernel', 'identity', 'visibility', 'views', 'calendar', 'graphql'],
  overview: ['kernel', 'identity', 'visibility', 'projections', 'views', 'calendar', 'graphql', 'lifecycles'],
  runtime: ['kernel', 'identity', 'visibility', 'views', 'calendar', 'graphql', 'lifecycles', 'vault'],
  processes: [
    'kernel',
    'identity',
    'visibility',
    'projections',
    'views',
    'calendar',
    'graphql',
    'lifecycles',
    'overview',
  ],
  seed: ['kernel', 'identity', 'visibility', 'views', 'calendar', 'graphql', 'lifecycles'],
};

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'No circles, types included.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      comment: 'An import that cannot be found would escape every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    ...Object.entries(below).map(([name, names]) => layer(name, names)),
    {
      name: 'every-library-has-a-layer',
      comment: 'A new library takes its place in this file before it is used.',
      severity: 'error',
      from: {},
      to: { path: '^libs/', pathNot: `^libs/(${Object.keys(below).join('|')})/` },
    },
    {
      name: 'kernel-is-plain',
      comment: 'The kernel knows node, canonicalize and uuid. No framework.',
      severity: 'error',
      from: { path: lib('kernel'), pathNot: testOnly },
      to: { path: '(^|/)node_modules/', pathNot: '(^|/)node_modules/(canonicalize|uuid)/' },
    },
    {
      name: 'kernel-touches-no-machine',
      comment: 'The kernel opens no file, socket, thread or database.',
      severity: 'error',
      from: { path: lib('kernel'), pathNot: testOnly },
      to: { path: machine },
    },
    {
      name: 'sqlite-is-plain',
      comment: 'How a file is opened rests on Node alone; threads read it as it is written.',
      severity: 'error',
      from: { path: lib('sqlite'), pathNot: testOnly },
      to: { path: '(^|/)node_modules/' },
    },
    {
      name: 'domain-rooms-are-plain',
      comment: 'Events, states, deciders, guards and the transition table know the domain alone.',
      severity: 'error',
      from: { path: domainRooms, pathNot: testOnly },
      to: { path: [framework, machine, '^libs/(projections|visibility|views|graphql|stores)/'] },
    },
    {
      name: 'stores-belong-to-apps',
      comment: 'Only apps know which store is used; tests may take the in-memory one.',
      severity: 'error',
      from: { path: '^libs/', pathNot: `${lib('stores')}|${testOnly}` },
      to: { path: lib('stores') },
    },
    {
      name: 'nobody-imports-apps',
      comment: 'Libraries never import an app.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-stand-alone',
      comment: 'One app never imports another.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'library-by-its-index',
      comment: "A library's public surface is its index.",
      severity: 'error',
      from: { path: '^(libs|apps)/([^/]+)/' },
      to: {
        path: '^libs/',
        pathNot: '^libs/$2/|^libs/[^/]+/(testing/)?index\\.ts$|^libs/lifecycles/[^/]+/(questions/)?index\\.ts$',
      },
    },
    {
      name: 'not-to-dev-dep',
      comment: 'What runs in production is a dependency.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: `${testOnly}|^apps/bench/` },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-declared-packages',
      comment: 'A package in use is named in package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data)/|^apps/console/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['kheo-source', 'import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
    skipAnalysisNotInRules: true,
  },
};
