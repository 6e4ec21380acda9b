import type { SeededPackage } from './packages.ts';
import type { SeededStage } from './policies.ts';

const MANAGER: SeededStage = { by: [{ manager: 1 }], orElse: [{ group: 'finance-approvers' }] };
const FINANCE: SeededStage = { by: [{ group: 'finance-approvers' }] };
const CONTROLLER: SeededStage = { by: [{ person: 'beatriz.almeida' }] };

// prettier-ignore
export const FINANCE_PACKAGES: readonly SeededPackage[] = [
  {
    key: 'quarter-close', name: 'Quarter close workspace', description: 'Ledger, close checklist and the evidence that auditors ask for.',
    inside: [['ledger', 'Contributor'], ['close-checklist', 'Member'], ['finance-close', 'Member'], ['evidence', 'Visitors']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P180D', ownDates: true, asks: ['closeTask'], stages: [CONTROLLER], approvesUpdates: true }],
  },
  {
    key: 'payroll-reports', name: 'Payroll reports, read only', description: 'Hours, bonuses and headcount. No single salary.',
    inside: [['payroll', 'Report reader']], excludes: ['supplier-payments'],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P30D', why: true, asks: ['payrollReports'], stages: [CONTROLLER] }],
  },
  {
    key: 'supplier-payments', name: 'Supplier payments, approve', description: 'Release payments up to €50,000 in the payments application.',
    inside: [['payments', 'Warehouse approver']], excludes: ['payroll-reports', 'ledger-post'], excludesGroups: ['payroll-officers'],
    policies: [
      { key: 'employees', name: 'Employees', admits: 'members', lasts: 'P365D', why: true, stages: [MANAGER, FINANCE] },
      { key: 'contractors', name: 'Contractors', admits: { groups: ['contractors'] }, lasts: 'P90D', why: true, stages: [FINANCE] },
    ],
  },
  {
    key: 'ledger-post', name: 'Ledger, post entries', description: 'Post and reverse entries of your own company code.',
    inside: [['ledger', 'Poster']],
    policies: [{ key: 'finance', name: 'Finance', admits: { groups: ['finance'] }, lasts: 'P180D', why: true, asks: ['costCentre', 'closeTask'], stages: [MANAGER, FINANCE, { by: [{ person: 'margaret.osei' }], deniesAfter: 'P21D' }] }],
  },
  {
    key: 'ledger-read', name: 'Ledger, read', description: 'Accounts and entries, read only.',
    inside: [['ledger', 'Reader']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P90D', why: true, stages: [CONTROLLER] }],
  },
  {
    key: 'treasury', name: 'Treasury dashboards', description: 'Cash, lines and currency, end of day.',
    inside: [['treasury', 'Viewer']],
    policies: [{ key: 'finance', name: 'Finance', admits: { groups: ['finance'] }, lasts: 'never' }],
  },
  {
    key: 'budget-planner', name: 'Budget planner', description: 'Plan your department’s costs for the coming year.',
    inside: [['budget', 'Planner']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: { untilInDays: 120 }, asks: ['costCentre'], stages: [MANAGER], onBehalf: { people: ['beatriz.almeida', 'astrid.holm'] } }],
  },
  {
    key: 'audit-evidence', name: 'Audit evidence', description: 'What external auditors read. Given by administrators only.',
    inside: [['evidence', 'Visitors']],
    policies: [{ key: 'direct', name: 'Direct, auditors', admits: 'direct', lasts: 'P90D' }],
  },
];
