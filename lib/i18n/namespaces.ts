/** Every file of messages/<locale>/. */
export const namespaces = [
  'common',
  'shell',
  'errors',
  'home',
  'drafts',
  'access-packages',
  'request-form',
  'links',
  'why-not',
  'tray',
  'questions',
  'requests',
  'status',
  'assignments',
  'calendar',
  'approvals',
  'admin',
  'people',
  'sign-in',
] as const;
export type Namespace = (typeof namespaces)[number];
