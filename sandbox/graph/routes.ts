import { packageRoutes } from './nouns/access-packages.ts';
import { approvalRoutes } from './nouns/approvals.ts';
import { assignmentRoutes } from './nouns/assignments.ts';
import { availableRoutes } from './nouns/available-packages.ts';
import { catalogRoutes } from './nouns/catalogs.ts';
import { directoryRoutes } from './nouns/directory.ts';
import { incompatibleRoutes } from './nouns/incompatible.ts';
import { policyRoutes } from './nouns/policies.ts';
import { requestActionRoutes } from './nouns/request-actions.ts';
import { requestRoutes } from './nouns/requests.ts';
import { requirementRoutes } from './nouns/requirements.ts';
import { resourceRoutes } from './nouns/resources.ts';
import { roleManagementRoutes } from './nouns/role-management.ts';
import { settingRoutes } from './nouns/settings.ts';
import { suggestionRoutes } from './nouns/suggestions.ts';
import { router } from './routing.ts';
import type { Route } from './routing.ts';

/** Every call that the sandbox answers below `/v1.0`, `$batch` aside (contract §4, §5). */
export const routes: readonly Route[] = [
  ...catalogRoutes,
  ...packageRoutes,
  ...incompatibleRoutes,
  ...requirementRoutes,
  ...suggestionRoutes,
  ...availableRoutes,
  ...assignmentRoutes,
  ...requestRoutes,
  ...requestActionRoutes,
  ...approvalRoutes,
  ...policyRoutes,
  ...resourceRoutes,
  ...roleManagementRoutes,
  ...settingRoutes,
  ...directoryRoutes,
];

export const findRoute = router(routes);
