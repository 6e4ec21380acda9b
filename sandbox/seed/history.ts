import type { SeededEvent } from './event.ts';
import { employeeKeys } from './people.ts';

/** Mock 01, 05 and 11: what the sample employee holds, waits for and got refused. */
// prettier-ignore
const ANA: readonly SeededEvent[] = [
  { who: 'ana.ruiz', package: 'quarter-close', daysAgo: 171, answers: { closeTask: 'I check the freight accruals.' }, outcome: { is: 'held', until: 9 } },
  { who: 'ana.ruiz', package: 'vpn', daysAgo: 66, outcome: { is: 'held', until: 24 } },
  { who: 'ana.ruiz', package: 'supplier-portal', daysAgo: 133, outcome: { is: 'held', until: 51 } },
  { who: 'ana.ruiz', package: 'demand-models', daysAgo: 84, outcome: { is: 'held', until: 83, extendedDaysAgo: 7 } },
  { who: 'ana.ruiz', package: 'design-libraries', daysAgo: 25, askedBy: 'lea.moreau', why: 'Ana writes the planning guide with the design team.', outcome: { is: 'held', until: 156 } },
  { who: 'ana.ruiz', package: 'lyon-office', policy: 'direct', daysAgo: 936, by: { admin: 'priya.nair' }, outcome: { is: 'held', until: null } },
  { who: 'ana.ruiz', package: 'handheld-pool', policy: 'season', daysAgo: 162, outcome: { is: 'ended', daysAgo: 102 } },
  { who: 'ana.ruiz', package: 'trade-fairs', daysAgo: 380, outcome: { is: 'ended', daysAgo: 15 } },
  { who: 'ana.ruiz', package: 'contract-archive', daysAgo: 130, outcome: { is: 'ended', daysAgo: 40 } },
  { who: 'ana.ruiz', package: 'track-and-trace', daysAgo: 1, time: '16:20', why: 'Parcel events from Gdańsk arrive late since Thursday. I need the raw logs to find where they wait.', outcome: { is: 'waiting' } },
  { who: 'ana.ruiz', package: 'warehouse-dashboards', daysAgo: 4, time: '14:12', outcome: { is: 'delivering' } },
  { who: 'ana.ruiz', package: 'quality-lab', daysAgo: 5, outcome: { is: 'scheduled', inDays: 13, forDays: 30 } },
  { who: 'ana.ruiz', package: 'payroll-reports', daysAgo: 7, time: '09:48', why: 'I check the freight bonus against the hours of the Lyon team.', outcome: { is: 'denied', daysAgo: 4, by: 'beatriz.almeida', words: 'Ask Chidi for the monthly summary; it has no personal data.' } },
  { who: 'ana.ruiz', package: 'route-metrics', daysAgo: 15, outcome: { is: 'held', until: 75, partly: true } },
  { who: 'ana.ruiz', package: 'travel-asia', daysAgo: 53, outcome: { is: 'canceled', daysAgo: 52 } },
];

/** Mock 07: who can get into the European customer records. Ends in so many days. */
// prettier-ignore
const CRM_HOLDERS: readonly [who: string, until: number, policy?: string][] = [
  ['camille.laurent', 2], ['piotr.wojcik', 2], ['rosa.ibanez', 3, 'contractors'], ['yuki.sato', 6], ['lars.nystrom', 7], ['fatima.zahra', 7], ['giulia.ferri', 9],
  ['marta.kowalska', 13], ['henrik.dahl', 13], ['ines.carvalho', 13], ['elif.yildiz', 17], ['bastien.roux', 17], ['chidi.eze', 20], ['astrid.holm', 20],
  ['sofia.lindgren', 24], ['amara.diallo', 27], ['jakub.horak', 28], ['karin.vogt', 90], ['layla.mansour', 120], ['noa.levi', 121], ['olena.shevchenko', 140], ['sasaki.misaki', 141],
];

const CRM: readonly SeededEvent[] = [
  ...CRM_HOLDERS.map(([who, until, policy]): SeededEvent => ({
    who,
    package: 'crm-europe',
    ...(policy === undefined ? {} : { policy }),
    daysAgo: (policy === 'contractors' ? 90 : 180) - until,
    answers: { costCentre: who === 'yuki.sato' ? '4310-DE' : '4120-EU' },
    outcome: { is: 'held', until },
  })),
  {
    who: 'oliver.byrne',
    package: 'crm-europe',
    policy: 'partners',
    daysAgo: 84,
    by: { admin: 'priya.nair' },
    outcome: { is: 'held', until: 6 },
  },
  { who: 'noah.peeters', package: 'crm-europe', daysAgo: 20, outcome: { is: 'held', until: 11, partly: true } },
  {
    who: 'kofi.mensah',
    package: 'crm-europe',
    policy: 'contractors',
    daysAgo: 12,
    by: { admin: 'tilda.brandt' },
    outcome: { is: 'failed' },
  },
  { who: 'renzo.bianchi', package: 'crm-europe', daysAgo: 204, outcome: { is: 'ended', daysAgo: 24 } },
  { who: 'nadia.benali', package: 'crm-europe', daysAgo: 300, outcome: { is: 'ended', daysAgo: 120 } },
  { who: 'dmitri.volkov', package: 'supplier-payments', policy: 'contractors', daysAgo: 30, outcome: { is: 'held', until: 60 } },
];

/** Mock 06 and the other approvers' queues: what waits, for whom, since when. */
// prettier-ignore
const QUEUES: readonly SeededEvent[] = [
  { who: 'samir.haddad', package: 'track-and-trace', daysAgo: 9, answers: { systems: ['gateway'] }, why: 'Customs events are missing for Jebel Ali.', outcome: { is: 'waiting' } },
  { who: 'oliver.byrne', package: 'test-bench', policy: 'partners', daysAgo: 8, why: 'We change the terminal messages in January.', outcome: { is: 'waiting' } },
  { who: 'aiko.tanaka', package: 'gateway-operate', daysAgo: 6, time: '07:50', why: 'Replay of the Tokyo backlog.', outcome: { is: 'waiting' } },
  { who: 'diego.fuentes', package: 'gateway-operate', daysAgo: 6, time: '08:15', why: 'Replay of the Valencia backlog.', outcome: { is: 'waiting' } },
  { who: 'ingrid.solberg', package: 'gateway-operate', daysAgo: 6, time: '12:05', why: 'I want to see the drill myself.', outcome: { is: 'waiting' } },
  { who: 'mei.lin.chan', package: 'build-agents', daysAgo: 5, why: 'On call from Monday.', outcome: { is: 'waiting' } },
  { who: 'tomasz.zielinski', package: 'build-agents', daysAgo: 5, time: '15:30', why: 'The Gdańsk agents stop at night.', outcome: { is: 'waiting' } },
  { who: 'nadia.benali', package: 'route-metrics', daysAgo: 4, outcome: { is: 'waiting' } },
  { who: 'pieter.devries', package: 'route-metrics', daysAgo: 3, outcome: { is: 'waiting' } },
  { who: 'hana.novak', package: 'design-libraries', daysAgo: 2, outcome: { is: 'waiting' } },
  { who: 'karim.aziz', package: 'track-and-trace', daysAgo: 2, time: '13:40', why: 'Support case 48213.', outcome: { is: 'waiting' } },
  { who: 'diego.fuentes', package: 'track-and-trace', daysAgo: 3, why: 'Late parcels on the Iberian routes.', outcome: { is: 'waiting', decided: [['mei.lin.chan', 'He works on it.']] } },
  { who: 'mei.lin.chan', package: 'secrets-vault', daysAgo: 2, why: 'Yearly rotation.', outcome: { is: 'waiting', decided: [['jonas.weber', 'Planned.'], ['jonas.weber', 'Planned, agents are informed.']] } },
  { who: 'hugo.lindqvist', package: 'crm-europe', daysAgo: 1, why: 'I plan the Nordic customers from December.', outcome: { is: 'waiting' } },
  { who: 'rui.matsuda', package: 'travel-asia', daysAgo: 3, answers: { destinations: ['jp', 'sg'] }, outcome: { is: 'waiting' } },
  { who: 'bastien.roux', package: 'contract-archive', daysAgo: 2, why: 'Volumes promised to the Lyon customers.', outcome: { is: 'waiting' } },
  { who: 'nils.ekberg', package: 'crm-americas', daysAgo: 2, why: 'Two customers moved their head office.', outcome: { is: 'waiting' } },
  { who: 'noa.levi', package: 'quote-desk', policy: 'sales', daysAgo: 1, outcome: { is: 'waiting' } },
  { who: 'elif.yildiz', package: 'price-books', daysAgo: 4, why: 'Fuel surcharge of January.', outcome: { is: 'waiting', decided: [] } },
  { who: 'chidi.eze', package: 'ledger-post', policy: 'finance', daysAgo: 4, why: 'I take over the freight ledger.', outcome: { is: 'waiting' } },
  { who: 'isabel.moura', package: 'ledger-post', policy: 'finance', daysAgo: 6, why: 'Claims are posted by us from now on.', outcome: { is: 'waiting', decided: [['beatriz.almeida', 'Agreed in the team.'], ['astrid.holm', 'Fine with treasury.']] } },
  { who: 'henrik.dahl', package: 'supplier-payments', daysAgo: 5, why: 'Carrier invoices of the Nordic routes.', outcome: { is: 'waiting', decided: [['lea.moreau', 'He checks these invoices.']] } },
  { who: 'chidi.eze', package: 'payroll-reports', daysAgo: 2, why: 'Accruals for the quarter.', outcome: { is: 'waiting' } },
  { who: 'wei.zhang', package: 'handheld-pool', policy: 'season', daysAgo: 3, why: 'Recall tests until the new year.', outcome: { is: 'waiting' } },
  { who: 'amara.diallo', package: 'floor-planner', daysAgo: 2, why: 'New aisle 14.', outcome: { is: 'waiting' } },
  { who: 'hugo.martens', package: 'supplier-portal', policy: 'partners', daysAgo: 1, outcome: { is: 'waiting' } },
  { who: 'jakub.horak', package: 'feature-flags', daysAgo: 3, outcome: { is: 'waiting' } },
  { who: 'sofia.lindgren', package: 'recruiting', daysAgo: 1, why: 'Three open positions in Gdańsk.', outcome: { is: 'waiting' } },
  { who: 'nora.fitzgerald', package: 'directory-reports', daysAgo: 3, why: 'Yearly access review.', outcome: { is: 'waiting' } },
  { who: 'isabel.moura', package: 'directory-reports', daysAgo: 1, why: 'List of who handles claims.', outcome: { is: 'waiting' } },
  { who: 'marek.dvorak', package: 'board-papers', policy: 'board', daysAgo: 1, outcome: { is: 'waiting' } },
  { who: 'jonas.weber', package: 'code-read', daysAgo: 2, why: 'Reviews of the label printing.', outcome: { is: 'waiting' } },
];

// prettier-ignore
const OTHERS: readonly SeededEvent[] = [
  { who: 'bjorn.ek', package: 'handheld-pool', policy: 'season', daysAgo: 6, outcome: { is: 'failed' } },
  { who: 'hugo.martens', package: 'test-bench', policy: 'partners', daysAgo: 20, outcome: { is: 'held', until: 40 } },
  { who: 'hugo.martens', package: 'partner-files', policy: 'partners', daysAgo: 70, outcome: { is: 'held', until: 20 } },
  { who: 'oliver.byrne', package: 'partner-files', policy: 'partners', daysAgo: 30, outcome: { is: 'held', until: 60 } },
  { who: 'chloe.dubois', package: 'lyon-office', policy: 'direct', daysAgo: 500, by: { admin: 'priya.nair' }, outcome: { is: 'held', until: null } },
  { who: 'camille.laurent', package: 'lyon-office', policy: 'direct', daysAgo: 420, by: { admin: 'priya.nair' }, outcome: { is: 'held', until: null } },
  { who: 'marta.kowalska', package: 'gdansk-office', policy: 'direct', daysAgo: 610, by: { admin: 'priya.nair' }, outcome: { is: 'held', until: null } },
  { who: 'dariusz.lis', package: 'gdansk-office', policy: 'direct', daysAgo: 300, by: { admin: 'priya.nair' }, outcome: { is: 'held', until: null } },
  { who: 'nora.fitzgerald', package: 'audit-evidence', policy: 'direct', daysAgo: 50, by: { admin: 'priya.nair' }, outcome: { is: 'held', until: 40 } },
  { who: 'astrid.holm', package: 'treasury', policy: 'finance', daysAgo: 200, outcome: { is: 'held', until: null } },
  { who: 'isabel.moura', package: 'quarter-close', daysAgo: 60, outcome: { is: 'held', until: 120 } },
  { who: 'chidi.eze', package: 'quarter-close', daysAgo: 100, outcome: { is: 'held', until: 80 } },
  { who: 'lea.moreau', package: 'demand-models', daysAgo: 40, outcome: { is: 'held', until: 50 } },
  { who: 'bastien.roux', package: 'demand-models', daysAgo: 50, outcome: { is: 'held', until: 40 } },
  { who: 'rui.matsuda', package: 'demand-models', daysAgo: 30, outcome: { is: 'held', until: 60 } },
  { who: 'nadia.benali', package: 'demand-models', daysAgo: 84, outcome: { is: 'held', until: 6 } },
  { who: 'hugo.lindqvist', package: 'languages', daysAgo: 30, outcome: { is: 'held', until: 335 } },
  { who: 'rui.matsuda', package: 'languages', daysAgo: 200, outcome: { is: 'held', until: 165 } },
  { who: 'samir.haddad', package: 'incident-console', policy: 'platform', daysAgo: 100, outcome: { is: 'held', until: 265 } },
  { who: 'aiko.tanaka', package: 'incident-console', policy: 'platform', daysAgo: 90, outcome: { is: 'held', until: 275 } },
  { who: 'karim.aziz', package: 'incident-console', policy: 'platform', daysAgo: 80, outcome: { is: 'held', until: 285 } },
  { who: 'tomasz.zielinski', package: 'code-read', daysAgo: 70, outcome: { is: 'held', until: null } },
  { who: 'karim.aziz', package: 'code-read', daysAgo: 60, outcome: { is: 'held', until: null } },
  { who: 'olena.shevchenko', package: 'customs', daysAgo: 40, outcome: { is: 'held', until: 325 } },
  { who: 'ines.carvalho', package: 'customs', daysAgo: 88, outcome: { is: 'held', until: 277 } },
  { who: 'henrik.dahl', package: 'fleet', policy: 'warehouse', daysAgo: 44, outcome: { is: 'held', until: 321 } },
  { who: 'eleni.papadopoulou', package: 'fleet', daysAgo: 10, outcome: { is: 'held', until: 20 } },
  { who: 'yuki.sato', package: 'tender-library', daysAgo: 12, outcome: { is: 'held', until: 18 } },
  { who: 'piotr.wojcik', package: 'quote-desk', policy: 'sales', daysAgo: 77, outcome: { is: 'held', until: 288 } },
  { who: 'lars.nystrom', package: 'travel-asia', daysAgo: 15, answers: { destinations: ['sg'] }, outcome: { is: 'denied', daysAgo: 14, by: 'karin.vogt', words: 'The trip is off.' } },
  { who: 'dariusz.lis', package: 'floor-planner', daysAgo: 12, outcome: { is: 'canceled', daysAgo: 11 } },
];

/** Everybody's mail lists: given by the automatic policy on the first day. */
function automatic(): SeededEvent[] {
  return employeeKeys().map((who, index) => ({
    who,
    package: 'onboarding',
    policy: 'automatic',
    daysAgo: 100 + index * 17,
    by: 'system' as const,
    outcome: { is: 'held' as const, until: null },
  }));
}

/** All that has happened at Tidewater so far. */
export function companyEvents(): SeededEvent[] {
  return [...ANA, ...CRM, ...QUEUES, ...OTHERS, ...automatic()];
}
