import type { Tenant } from '../tenant/tenant.ts';
import { employeeKeys, personId } from './people.ts';

interface SeededGroup {
  key: string;
  name: string;
  description: string;
  members: readonly string[];
}

const CONTRACTORS = ['rosa.ibanez', 'kofi.mensah', 'dmitri.volkov'];

// prettier-ignore
const GROUPS: readonly SeededGroup[] = [
  { key: 'employees', name: 'All employees', description: 'Everybody on Tidewater’s own payroll.', members: employeeKeys().filter((key) => !CONTRACTORS.includes(key)) },
  { key: 'contractors', name: 'Contractors', description: 'People who work for us by contract.', members: CONTRACTORS },
  { key: 'sales-europe', name: 'Sales Europe', description: 'Account managers and sales operations.', members: ['karin.vogt', 'tilda.brandt', 'nils.ekberg', 'camille.laurent', 'piotr.wojcik', 'yuki.sato', 'lars.nystrom', 'fatima.zahra', 'giulia.ferri', 'noah.peeters', 'elif.yildiz', 'layla.mansour', 'noa.levi'] },
  { key: 'planning', name: 'Planning', description: 'Demand and supply planning.', members: ['lea.moreau', 'ana.ruiz', 'rui.matsuda', 'hugo.lindqvist', 'bastien.roux', 'nadia.benali'] },
  { key: 'warehouse', name: 'Warehouse operations', description: 'Sites Rotterdam and Gdańsk.', members: ['pieter.devries', 'marta.kowalska', 'henrik.dahl', 'ines.carvalho', 'amara.diallo', 'jakub.horak', 'wei.zhang', 'bjorn.ek', 'dariusz.lis', 'sasaki.misaki'] },
  { key: 'finance', name: 'Finance', description: 'Controlling, ledger and treasury.', members: ['beatriz.almeida', 'chidi.eze', 'astrid.holm', 'isabel.moura', 'renzo.bianchi'] },
  { key: 'payroll-officers', name: 'Payroll officers', description: 'They run the payroll, so they may not release payments.', members: ['renzo.bianchi'] },
  { key: 'platform', name: 'Data platform', description: 'Builds and runs the event gateway and the route engine.', members: ['jonas.weber', 'mei.lin.chan', 'aiko.tanaka', 'diego.fuentes', 'tomasz.zielinski', 'karim.aziz', 'samir.haddad'] },
  { key: 'platform-approvers', name: 'Platform approvers', description: 'One of them is enough.', members: ['jonas.weber', 'mei.lin.chan'] },
  { key: 'security-approvers', name: 'Security approvers', description: 'Second look at production access.', members: ['grace.okafor'] },
  { key: 'finance-approvers', name: 'Finance approvers', description: 'Second look at money.', members: ['beatriz.almeida', 'astrid.holm'] },
  { key: 'board-office', name: 'Board office', description: 'Prepares the board’s meetings.', members: ['margaret.osei', 'marek.dvorak', 'lena.hartmann'] },
];

export function groupId(tenant: Tenant, key: string): string {
  return tenant.newId(`group/${key}`);
}

/** Groups of people. Groups that packages give membership of are made with their catalog. */
export function seedGroups(tenant: Tenant): void {
  for (const { key, name, description, members } of GROUPS) {
    tenant.groups.put({
      id: groupId(tenant, key),
      displayName: name,
      description,
      members: members.map((member) => personId(tenant, member)),
    });
  }
}

/** The companies our guests come from. Lantern is only proposed, so its people may not ask yet. */
export function seedOrganizations(tenant: Tenant): void {
  tenant.connectedOrganizations.put({
    id: organizationId(tenant, 'portside.example'),
    displayName: 'Portside Systems',
    description: 'Runs our port terminals’ software.',
    state: 'configured',
    domains: ['portside.example'],
  });
  tenant.connectedOrganizations.put({
    id: organizationId(tenant, 'lantern.example'),
    displayName: 'Lantern Customs',
    description: 'Customs broker, not yet agreed.',
    state: 'proposed',
    domains: ['lantern.example'],
  });
}

export function organizationId(tenant: Tenant, domain: string): string {
  return tenant.newId(`organization/${domain}`);
}
