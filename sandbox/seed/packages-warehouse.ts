import type { SeededPackage } from './packages.ts';
import type { SeededStage } from './policies.ts';

const MANAGER: SeededStage = { by: [{ manager: 1 }], orElse: [{ person: 'pieter.devries' }] };
const WAREHOUSE_SYSTEMS: SeededStage = { by: [{ person: 'pieter.devries' }] };

// prettier-ignore
export const WAREHOUSE_PACKAGES: readonly SeededPackage[] = [
  {
    key: 'warehouse-dashboards', name: 'Warehouse dashboards', description: 'Stock, inbound and outbound figures for every site, refreshed hourly.',
    inside: [['dashboards', 'Viewer']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P180D', stages: [WAREHOUSE_SYSTEMS], onBehalf: 'managers' }],
  },
  {
    key: 'floor-planner', name: 'Warehouse floor planner', description: 'Edit slotting and pick routes for Rotterdam and Gdańsk.',
    inside: [['floor', 'Planner'], ['dashboards', 'Viewer']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P90D', why: true, asks: ['shiftSite'], stages: [WAREHOUSE_SYSTEMS] }],
  },
  {
    key: 'demand-models', name: 'Demand planning models', description: 'Forecasts and the notebooks behind them.',
    inside: [['notebooks', 'Author'], ['forecasts', 'Member'], ['dashboards', 'Viewer'], ['supplier-files', 'Visitors']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P90D', ownDates: true, stages: [MANAGER] }],
  },
  {
    key: 'handheld-pool', name: 'Handheld device pool', description: 'Borrow a scanner and its warehouse sign-in for a shift or a season.',
    inside: [['wms', 'Operator'], ['scanners', 'Member'], ['pick-guides', 'Visitors']],
    policies: [
      { key: 'shift', name: 'For a shift', description: 'Someone is ill, or the day is busy', admits: 'members', lasts: 'PT24H', asks: ['shiftSite'], mayExtend: false },
      { key: 'season', name: 'For a season', description: 'Peak weeks and longer cover', admits: 'members', lasts: 'P60D', ownDates: true, why: true, asks: ['shiftSite', 'supervisor'], stages: [WAREHOUSE_SYSTEMS] },
    ],
  },
  {
    key: 'supplier-portal', name: 'Supplier portal', description: 'Orders, deliveries and claims, as our suppliers see them.',
    inside: [['supplier-portal', 'Buyer'], ['supplier-files', 'Members']],
    policies: [
      { key: 'employees', name: 'Employees', admits: 'members', lasts: 'P184D', stages: [MANAGER] },
      { key: 'partners', name: 'Partners', admits: { organizations: ['portside.example'] }, lasts: 'P90D', asks: ['partnerProject'], stages: [WAREHOUSE_SYSTEMS] },
    ],
  },
  {
    key: 'customs', name: 'Customs declarations', description: 'File and amend declarations for both ports.',
    inside: [['customs', 'Declarant']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P365D', why: true, asks: ['supervisor'], stages: [WAREHOUSE_SYSTEMS] }],
  },
  {
    key: 'fleet', name: 'Fleet telematics', description: 'Where every truck is and how it drives.',
    inside: [['fleet', 'Viewer']],
    policies: [
      { key: 'warehouse', name: 'Warehouse operations', admits: { groups: ['warehouse'] }, lasts: 'P365D' },
      { key: 'employees', name: 'Employees', description: 'Everybody else.', admits: 'members', lasts: 'P30D', why: true, stages: [WAREHOUSE_SYSTEMS] },
    ],
  },
  {
    key: 'quality-lab', name: 'Quality lab bookings', description: 'Book benches and instruments of the quality lab.',
    inside: [['quality', 'Booker']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P30D', ownDates: true }],
  },
  {
    key: 'dock-scheduling', name: 'Dock scheduling', description: 'Plan gates and time slots.',
    inside: [['wms', 'Supervisor']],
    policies: [{ key: 'warehouse', name: 'Warehouse operations', admits: { groups: ['warehouse'] }, lasts: 'P180D', asks: ['shiftSite'], stages: [MANAGER] }],
  },
  {
    key: 'season-2027', name: 'Peak season 2027', description: 'Everything a peak-season shift lead needs, until the season is over.',
    inside: [['wms', 'Supervisor'], ['dashboards', 'Viewer'], ['scanners', 'Member']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: { untilInDays: 60 }, ownDates: true, asks: ['shiftSite'], stages: [WAREHOUSE_SYSTEMS] }],
  },
];
