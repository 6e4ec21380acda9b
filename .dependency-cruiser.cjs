/** Imports only go down: app → feature rooms → shared rooms → ui; components → lib/entitlement → lib/graph. */
const features = 'home|access-packages|requests|assignments|admin|approvals|bulk|team';
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'portal-not-sandbox', severity: 'error', from: { path: '^(app|components|lib)/' }, to: { path: '^sandbox/' } },
    { name: 'sandbox-not-portal', severity: 'error', from: { path: '^sandbox/' }, to: { path: '^(app|components|lib)/' } },
    { name: 'nothing-imports-app', severity: 'error', from: { path: '^(components|lib)/' }, to: { path: '^app/' } },
    { name: 'lib-knows-no-components', severity: 'error', from: { path: '^lib/' }, to: { path: '^components/' } },
    { name: 'features-stay-apart', severity: 'error', from: { path: `^components/(${features})/` }, to: { path: `^components/(${features})/`, pathNot: '^components/$1/' } },
    { name: 'shared-below-features', severity: 'error', from: { path: '^components/(ui|form|shell|questions|people|status)/' }, to: { path: `^components/(${features})/` } },
    { name: 'ui-is-the-floor', severity: 'error', from: { path: '^components/ui/' }, to: { path: '^components/(?!ui/)' } },
    { name: 'components-see-no-wire', severity: 'error', from: { path: '^components/' }, to: { path: '^lib/(graph|store)/', pathNot: '^lib/graph/graph\\.ts$' } },
    { name: 'meaning-knows-no-react', severity: 'error', from: { path: '^lib/(entitlement|graph|store|submissions|drafts)/' }, to: { path: 'node_modules/(react|react-dom|next|next-intl)/' } },
    { name: 'graph-below-entitlement', severity: 'error', from: { path: '^lib/graph/' }, to: { path: '^lib/(entitlement|submissions|drafts)/' } },
    { name: 'tests-stay-out', severity: 'error', from: { path: '^(app|components|lib|sandbox)/', pathNot: '\\.test\\.tsx?$|testing' }, to: { path: '\\.test\\.tsx?$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
