import type { SeededPackage } from './packages.ts';
import type { SeededStage } from './policies.ts';

const MANAGER: SeededStage = { by: [{ manager: 1 }], orElse: [{ person: 'karin.vogt' }] };
const SALES_HEAD: SeededStage = { by: [{ person: 'karin.vogt' }] };

// prettier-ignore
export const SALES_PACKAGES: readonly SeededPackage[] = [
  {
    key: 'crm-europe', name: 'CRM, European accounts', description: 'Read and update customer records, contacts and open quotes for the European sales regions.',
    inside: [['crm', 'Regional editor'], ['crm-europe', 'Member'], ['account-plans', 'Visitors']],
    excludes: ['supplier-payments'],
    policies: [
      { key: 'employees', name: 'Employees', admits: 'members', lasts: 'P180D', ownDates: true, why: true, asks: ['costCentre', 'recordUse', 'salesRegions'], stages: [MANAGER], onBehalf: 'managers' },
      { key: 'contractors', name: 'Contractors', admits: { groups: ['contractors'] }, lasts: 'P90D', why: true, asks: ['costCentre', 'recordUse'], stages: [SALES_HEAD], approvesUpdates: true },
      { key: 'partners', name: 'Partners', admits: { organizations: ['portside.example'] }, lasts: 'P90D', why: true, asks: ['partnerProject'], stages: [SALES_HEAD] },
      { key: 'direct', name: 'Direct, sales support', description: 'Only administrators assign with it.', admits: 'direct', lasts: 'P365D', asks: ['costCentre', 'recordUse'] },
    ],
  },
  {
    key: 'crm-americas', name: 'CRM, American accounts', description: 'Customer records, contacts and open quotes for North and South America.',
    inside: [['crm', 'Regional editor'], ['crm-americas', 'Member']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P180D', ownDates: true, why: true, asks: ['costCentre', 'recordUse'], stages: [MANAGER] }],
  },
  {
    key: 'quote-desk', name: 'Quote desk', description: 'Write quotes and send them for approval.',
    inside: [['quotes', 'Author'], ['price-books', 'Visitors']],
    policies: [{ key: 'sales', name: 'Sales Europe', admits: { groups: ['sales-europe'] }, lasts: 'P365D', stages: [SALES_HEAD] }],
  },
  {
    key: 'quote-approval', name: 'Quote desk, approve', description: 'Approve quotes that others wrote.',
    inside: [['quotes', 'Approver']], excludes: ['quote-desk'],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P365D', why: true, stages: [SALES_HEAD] }],
  },
  {
    key: 'contract-archive', name: 'Contract archive', description: 'Signed customer contracts since 2009, with full text search.',
    inside: [['contracts', 'Visitors']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P90D', why: true, stages: [MANAGER] }],
  },
  {
    key: 'complaints', name: 'Customer complaints', description: 'Take, answer and close complaints.',
    inside: [['complaints', 'Handler']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P180D', asks: ['notes'], stages: [MANAGER] }],
  },
  {
    key: 'tender-library', name: 'Tender library', description: 'Past tenders, templates and price books.',
    inside: [['tenders', 'Visitors'], ['price-books', 'Visitors']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P30D' }],
  },
  {
    key: 'price-books', name: 'Price books, edit', description: 'Change list prices and surcharges. Every change is logged.',
    inside: [['price-books', 'Members']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P90D', why: true, asks: ['costCentre'], stages: [MANAGER, SALES_HEAD] }],
  },
  {
    key: 'trade-fairs', name: 'Trade fair calendar', description: 'Which fairs, who goes, what is still to book.',
    inside: [['fairs', 'Visitors']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P365D', ownDates: true }],
  },
  {
    key: 'key-account-room', name: 'Key account room', description: 'The deal room of the moment. By link only.', hidden: true,
    inside: [['account-plans', 'Members']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P30D', why: true, stages: [SALES_HEAD] }],
  },
];
