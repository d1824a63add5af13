// The arrows of docs/architecture.md. A room may import what stands left of it, never what stands right.
const room = (name) => `^src/${name}/`;
const only = (name, allowed) => ({
  name: `${name}-imports`,
  severity: 'error',
  from: { path: room(name), pathNot: '\\.test\\.tsx?$' },
  to: { path: '^src/', pathNot: [room(name), ...allowed.map(room)] },
});
const adapters = ['domain', 'engine', 'language', 'conversation'];

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    only('domain', []),
    only('engine', ['domain']),
    only('language', ['domain']),
    only('conversation', ['domain', 'engine', 'language']),
    only('channels', ['domain', 'conversation']),
    only('store', adapters.concat('outbox', 'schedule')),
    only('outbox', ['domain', 'conversation']),
    only('schedule', ['domain', 'conversation']),
    only('queue', ['domain', 'conversation', 'outbox', 'schedule']),
    only('web', adapters),
    only('capabilities', adapters.concat('web', 'store', 'outbox', 'schedule')),
    {
      name: 'domain-imports-zod-and-nothing-else',
      severity: 'error',
      from: { path: room('domain'), pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['npm', 'core'], pathNot: 'node_modules/zod' },
    },
    {
      name: 'engine-is-pure',
      severity: 'error',
      from: { path: room('engine'), pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'channels-never-meet',
      severity: 'error',
      from: { path: '^src/channels/([^/]+)/' },
      to: { path: '^src/channels/([^/]+)/', pathNot: ['^src/channels/$1/', '^src/channels/platform/'] },
    },
    {
      name: 'a-capability-through-its-index',
      severity: 'error',
      from: { path: '^src/capabilities/([^/]+)/' },
      to: { path: '^src/capabilities/([^/]+)/', pathNot: ['^src/capabilities/$1/', '/index\\.ts$'] },
    },
    {
      name: 'mongoose-stays-in-the-store',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/store/', '-store\\.ts$', '\\.test\\.tsx?$'] },
      to: { path: 'node_modules/(mongoose|mongodb)' },
    },
    {
      name: 'redis-stays-in-the-queue',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/queue/', '\\.test\\.tsx?$'] },
      to: { path: 'node_modules/(bullmq|ioredis)' },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.tsx?$' },
      to: { path: ['^test/', '\\.test\\.tsx?$'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/web/browser/' },
  },
};
