/** With what a link may bring along: a way to ask, a justification to start with (`lib/request-link`). */
function linked(path: string, policyId?: string | null, justification?: string): string {
  const query = Object.entries({ policy: policyId, justification }).flatMap(([name, value]) =>
    value ? [`${name}=${encodeURIComponent(value)}`] : [],
  );
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
}

/** Every URL of the portal. */
export const paths = {
  home: '/',
  accessPackages: '/access-packages',
  accessPackage: (id: string, policyId?: string | null, justification?: string) =>
    linked(`/access-packages/${encodeURIComponent(id)}`, policyId, justification),
  requestForm: (id: string, policyId?: string | null, justification?: string) =>
    linked(`/access-packages/${encodeURIComponent(id)}/request`, policyId, justification),
  /** One page for all packages of the tray. */
  together: '/access-packages/together',
  /** The same for one package and other people. */
  forOthers: (id: string) => `/access-packages/${encodeURIComponent(id)}/for-others`,
  requests: '/requests',
  /** What I asked for others. */
  requestsForOthers: '/requests/for-others',
  request: (id: string) => `/requests/${encodeURIComponent(id)}`,
  /** The people who report to me. */
  team: '/team',
  assignments: '/assignments',
  /** The form that changes an assignment I hold: a new end and/or editable answers. */
  assignmentUpdate: (assignmentId: string) => `/assignments/${encodeURIComponent(assignmentId)}/update`,
  /** My access, saying that a calendar file was not made, and why. */
  calendarRefused: (reason: string, assignmentId: string | null) =>
    `/assignments?${new URLSearchParams({ calendar: reason, ...(assignmentId ? { of: assignmentId } : {}) })}`,
  approvals: '/approvals',
  approval: (id: string) => `/approvals/${encodeURIComponent(id)}`,
  approvalsDecided: '/approvals/decided',
  /** Many at once. */
  approvalsReview: '/approvals/review',
  admin: '/admin',
  adminAssignments: '/admin/assignments',
  adminAssign: '/admin/assignments/new',
  signIn: (returnTo?: string) => (returnTo ? `/sign-in?returnTo=${encodeURIComponent(returnTo)}` : '/sign-in'),
  /** The sign-in that asks who it is although somebody is signed in. */
  changeAccount: (returnTo: string) => `/sign-in?returnTo=${encodeURIComponent(returnTo)}&for=switchPerson`,
  /** Where somebody lands who stopped waiting for a page; leads back `to` it. */
  stopped: (to: string) => `/stopped?to=${encodeURIComponent(to)}`,
  signedOut: '/signed-out',
  authRedirect: '/auth/redirect',
  authSettings: '/auth/settings',
  api: {
    session: '/api/session',
    health: '/api/health',
    /** Further rows of a list: `?next=<sealed link>`. */
    accessPackages: '/api/access-packages',
    /** Names of what is inside up to 20 packages: `?id=…&id=…`. */
    packageContents: '/api/access-packages/contents',
    /** What I hold and asked for, for the command palette. */
    palette: '/api/palette',
    /** Requirements in short for up to 20 packages: `?id=…&id=…`. */
    requirements: '/api/access-packages/requirements',
    requests: '/api/requests',
    requestsForOthers: '/api/requests/for-others',
    /** My requests as notices tell of them: `?watch=<id>`. */
    requestNews: '/api/requests/news',
    request: (id: string) => `/api/requests/${encodeURIComponent(id)}`,
    /** What waits for my decision: `?next=<sealed link>` or the first page again; one: whether it has moved; how many. */
    approvals: '/api/approvals',
    approval: (id: string) => `/api/approvals/${encodeURIComponent(id)}`,
    approvalsWaiting: '/api/approvals/waiting',
    /** Which stage of each is mine, for up to 20 requests, with the questions of the packages they are about. */
    approvalStages: (ids: readonly string[], packageIds: readonly string[]) =>
      `/api/approvals/stages?${[...ids.map((id) => ['id', id]), ...packageIds.map((id) => ['package', id])]
        .map(([name, id = '']) => `${name}=${encodeURIComponent(id)}`)
        .join('&')}`,
    /** Until when each of up to 20 is to be decided, where that is readable. */
    approvalDeadlines: (ids: readonly string[]) => `/api/approvals/deadlines?${ids.map((id) => `id=${encodeURIComponent(id)}`).join('&')}`,
    /** Decides; read with stages (`request/stage`), what became of earlier decisions. */
    decisions: '/api/approvals/decisions',
    decisionsOf: (stages: readonly string[]) =>
      `/api/approvals/decisions?${stages.map((stage) => `stage=${encodeURIComponent(stage)}`).join('&')}`,
    assignments: '/api/assignments',
    /** What a package gives, as its holder reads it. */
    contents: (packageId: string) => `/api/assignments/contents?package=${encodeURIComponent(packageId)}`,
    /** The same of several: `?package=<id>&package=<id>`. */
    contentsOfEach: '/api/assignments/contents/each',
    /** An end as a calendar file, or all of them: a link to follow, not to fetch. */
    calendar: (assignmentId?: string) =>
      assignmentId ? `/api/assignments/calendar?assignment=${encodeURIComponent(assignmentId)}` : '/api/assignments/calendar',
    draft: (key: string) => `/api/drafts/${encodeURIComponent(key)}`,
    tray: '/api/tray',
    trayPeople: '/api/tray/people',
    teamAssignments: '/api/team/assignments',
    people: '/api/people',
    reports: '/api/people/reports',
    adminAssignments: '/api/admin/assignments',
    adminPackages: '/api/admin/access-packages',
    adminPolicies: (packageId: string) => `/api/admin/access-packages/${encodeURIComponent(packageId)}/policies`,
    adminContents: (packageId: string) => `/api/admin/access-packages/${encodeURIComponent(packageId)}/contents`,
    adminFollow: '/api/admin/requests',
    adminHoldings: '/api/admin/holdings',
  },
} as const;
