/** The layer rule of docs/architecture.md. Patterns, not feature names: a new feature is covered as it is. */
const feature = '^src/server/(?!core/)([^/]+)/';
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'contract-is-the-bottom',
      comment: 'The contract knows neither side.',
      severity: 'error',
      from: { path: '^src/contract/' },
      to: { path: '^src/(server|web)/' },
    },
    {
      name: 'web-only-sees-contract',
      severity: 'error',
      from: { path: '^src/web/' },
      to: { path: '^src/server/' },
    },
    {
      name: 'server-never-sees-web',
      severity: 'error',
      from: { path: '^src/server/' },
      to: { path: '^src/web/' },
    },
    {
      name: 'core-knows-no-feature',
      severity: 'error',
      from: { path: '^src/server/core/' },
      to: { path: '^src/server/(?!core/)' },
    },
    {
      name: 'staff-and-portal-are-strangers',
      severity: 'error',
      from: { path: '^src/web/(staff|portal)/' },
      to: { path: '^src/web/(staff|portal)/', pathNot: '^src/web/$1/' },
    },
    {
      name: 'primitives-have-no-domain',
      severity: 'error',
      from: { path: '^src/web/ui/' },
      to: { path: '^src/web/(staff|portal)/' },
    },
    {
      name: 'routes-are-leaves',
      comment: 'Only the route and job tables import routes and jobs.',
      severity: 'error',
      from: { path: '^src/server/', pathNot: '^src/server/(app|worker)\\.ts$|\\.test\\.ts$' },
      to: { path: '\\.(routes|jobs)\\.ts$' },
    },
    {
      name: 'queries-call-no-verbs',
      severity: 'error',
      from: { path: '\\.queries\\.ts$' },
      to: { path: feature, pathNot: '\\.(queries|policy)\\.ts$' },
    },
    {
      name: 'policy-is-pure',
      severity: 'error',
      from: { path: '\\.policy\\.ts$' },
      to: {
        path: '^(src/server|node_modules/(kysely|pg|hono))',
        pathNot: '\\.policy\\.ts$|/core/errors\\.ts$',
      },
    },
    {
      name: 'production-never-sees-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(tests|bench)/' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
