import type { SeededPackage } from './packages.ts';
import type { SeededStage } from './policies.ts';

const MANAGER: SeededStage = { by: [{ manager: 1 }], orElse: [{ person: 'ingrid.solberg' }] };
const PLATFORM: SeededStage = { by: [{ group: 'platform-approvers' }], escalatesTo: [{ person: 'ingrid.solberg' }], escalatesAfter: 'P5D' };
const PLATFORM_LEAD: SeededStage = { by: [{ person: 'jonas.weber' }], orElse: [{ person: 'ingrid.solberg' }] };
const SECURITY: SeededStage = { by: [{ group: 'security-approvers' }] };

// prettier-ignore
export const TECHNOLOGY_PACKAGES: readonly SeededPackage[] = [
  {
    key: 'track-and-trace', name: 'Track and trace, production logs', description: 'Search the raw events behind every parcel.',
    inside: [['log-search', 'Reader'], ['log-readers', 'Member']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P90D', why: true, asks: ['systems', 'customerData'], stages: [PLATFORM, SECURITY], approvesUpdates: true }],
  },
  {
    key: 'test-bench', name: 'Integration test bench', description: 'Try messages against a copy of the event gateway.',
    inside: [['test-bench', 'Tester']],
    policies: [
      { key: 'employees', name: 'Employees', admits: 'members', lasts: 'P90D' },
      { key: 'partners', name: 'Partners', admits: { organizations: ['portside.example'] }, lasts: 'P60D', why: true, asks: ['partnerProject'], stages: [PLATFORM_LEAD] },
    ],
  },
  {
    key: 'gateway-operate', name: 'Event gateway, operate', description: 'Restart consumers and replay events in production.',
    inside: [['gateway', 'Operator'], ['log-readers', 'Member']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P30D', ownDates: true, why: true, asks: ['changeTicket'], stages: [PLATFORM_LEAD] }],
  },
  {
    key: 'build-agents', name: 'Data platform, build agents', description: 'Start, stop and repair build agents.',
    inside: [['agents', 'Member']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P180D', why: true, stages: [PLATFORM_LEAD] }],
  },
  {
    key: 'route-metrics', name: 'Route engine, read metrics', description: 'Latency, load and refused routes, by region.',
    inside: [['route-metrics', 'Reader']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P90D', stages: [PLATFORM_LEAD] }],
  },
  {
    key: 'design-libraries', name: 'Design system libraries', description: 'Components, icons and the guides to use them.',
    inside: [['design', 'Visitors'], ['icons', 'Visitors']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P181D', stages: [PLATFORM_LEAD], onBehalf: 'managers' }],
  },
  {
    key: 'code-read', name: 'Source code, read', description: 'All repositories, read only.',
    inside: [['code', 'Reader']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'never', why: true, stages: [MANAGER] }],
  },
  {
    key: 'incident-console', name: 'Incident console', description: 'Declare, lead and close incidents.',
    inside: [['incidents', 'Responder']],
    policies: [{ key: 'platform', name: 'Data platform', admits: { groups: ['platform'] }, lasts: 'P365D' }],
  },
  {
    key: 'secrets-vault', name: 'Secrets vault, operate', description: 'Rotate keys and passwords of production systems.',
    inside: [['vault', 'Operator']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P14D', why: true, asks: ['changeTicket', 'customerData'], stages: [MANAGER, PLATFORM, SECURITY], approvesUpdates: true }],
  },
  {
    key: 'feature-flags', name: 'Feature flags', description: 'Turn functions on and off for part of the customers.',
    inside: [['flags', 'Editor']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P90D', asks: ['changeTicket'], stages: [{ by: [{ person: 'hana.novak' }] }] }],
  },
  {
    key: 'app-store', name: 'Mobile app store console', description: 'Publish the drivers’ app and answer its reviews.',
    inside: [['store', 'Publisher']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P365D', why: true, stages: [MANAGER] }],
  },
  {
    key: 'directory-reports', name: 'Directory reports', description: 'Who can get into what, as weekly files.',
    inside: [['code', 'Reader']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P30D', why: true, stages: [{ by: [{ person: 'priya.nair' }] }] }],
  },
  {
    key: 'partner-files', name: 'Partner files', description: 'What we share with partner companies.',
    inside: [['partner-files', 'Visitors']],
    policies: [
      { key: 'partners', name: 'Agreed partners', admits: 'configuredPartners', lasts: 'P90D' },
      { key: 'employees', name: 'Employees', admits: 'members', lasts: 'P180D' },
    ],
  },
  {
    key: 'emergency', name: 'Emergency access, production', description: 'For the person on call. Given by administrators only.', hidden: true,
    inside: [['gateway', 'Operator'], ['vault', 'Operator']],
    policies: [{ key: 'direct', name: 'Direct, on call', admits: 'direct', lasts: 'PT8H' }],
  },
];
