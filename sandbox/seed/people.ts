import type { Person } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';

export const COMPANY_DOMAIN = 'tidewater.example';

interface Employee {
  /** Local part of the address; also the name by which other seeds know this person. */
  key: string;
  name: [given: string, surname: string];
  /** For scripts that write the family name first. */
  display?: string;
  title: string;
  department: string;
  office: string;
  manager: string | null;
  about: string;
  language?: string;
  directoryRoles?: string[];
  appRoles?: string[];
  disabled?: true;
  /** A guest's own domain, or true for an account of ours that is not an employee's. */
  guest?: string | true;
}

const PLANNING = { department: 'Planning', office: 'Lyon' };
const SALES = { department: 'Sales Europe', office: 'Hamburg' };
const PLATFORM = { department: 'Data platform', office: 'Berlin' };
const WAREHOUSE = { department: 'Warehouse operations', office: 'Rotterdam' };
const GDANSK = { department: 'Warehouse operations', office: 'Gdańsk' };
const FINANCE = { department: 'Finance', office: 'Lyon' };
const PEOPLE_TEAM = { department: 'People', office: 'Hamburg' };

/** Tidewater Freight, as the mocks know it: 61 people. */
// prettier-ignore
const EMPLOYEES: readonly Employee[] = [
  { key: 'ana.ruiz', name: ['Ana', 'Ruiz'], title: 'Supply analyst', ...PLANNING, manager: 'lea.moreau', about: 'Employee. One access ends in 9 days' },
  { key: 'lea.moreau', name: ['Léa', 'Moreau'], title: 'Head of planning', ...PLANNING, manager: 'margaret.osei', about: 'Manager of six, asks and decides for them' },
  { key: 'jonas.weber', name: ['Jonas', 'Weber'], title: 'Data platform lead', ...PLATFORM, manager: 'ingrid.solberg', about: 'Approver. 12 wait, the oldest nine days' },
  { key: 'priya.nair', name: ['Priya', 'Nair'], title: 'Identity administrator', department: 'Technology', office: 'Berlin', manager: 'ingrid.solberg', about: 'Administrator of the whole tenant', directoryRoles: ['Identity Governance Administrator'], appRoles: ['AccessPackage.Admin'] },
  { key: 'tilda.brandt', name: ['Tilda', 'Brandt'], title: 'Catalog manager, Sales', ...SALES, manager: 'karin.vogt', about: 'Administers one catalog only', appRoles: ['AccessPackage.Admin'] },
  { key: 'grace.okafor', name: ['Grace', 'Okafor'], title: 'Security officer', department: 'Security', office: 'London', manager: 'margaret.osei', about: 'Second-stage approver' },
  { key: 'oliver.byrne', name: ['Oliver', 'Byrne'], title: 'Guest, Portside Systems', department: 'Partners', office: 'Dublin', manager: null, about: 'Partner with little to ask for', guest: 'portside.example' },
  { key: 'rui.matsuda', name: ['Rui', 'Matsuda'], title: '需要計画担当', ...PLANNING, office: 'Tokyo', manager: 'lea.moreau', about: 'Reads Japanese', language: 'ja-JP' },
  { key: 'samir.haddad', name: ['Samir', 'Haddad'], title: 'محلل عمليات', ...PLATFORM, office: 'Dubai', manager: 'jonas.weber', about: 'Reads Arabic, right to left', language: 'ar-AE' },
  { key: 'emil.strand', name: ['Emil', 'Strand'], title: 'Trainee', department: 'People', office: 'Hamburg', manager: 'beatriz.almeida', about: 'Has nothing, may ask for nothing', guest: true },
  { key: 'marek.dvorak', name: ['Marek', 'Dvořák'], title: 'Internal auditor', department: 'Audit', office: 'Prague', manager: 'margaret.osei', about: 'Reads everything, changes nothing', directoryRoles: ['Global Reader'] },
  { key: 'nora.fitzgerald', name: ['Nora', 'Fitzgerald'], title: 'Compliance manager', department: 'Audit', office: 'Dublin', manager: 'marek.dvorak', about: 'Reads everything as compliance administrator', directoryRoles: ['Compliance Administrator'] },
  { key: 'margaret.osei', name: ['Margaret', 'Osei'], title: 'Managing director', department: 'Board', office: 'London', manager: null, about: 'Nobody above her: approval falls back to others' },
  { key: 'karin.vogt', name: ['Karin', 'Vogt'], title: 'Head of sales Europe', ...SALES, manager: 'margaret.osei', about: 'Manager and approver for the customer records', language: 'de-DE' },
  { key: 'ingrid.solberg', name: ['Ingrid', 'Solberg'], title: 'Head of technology', department: 'Technology', office: 'Oslo', manager: 'margaret.osei', about: 'Approver by escalation: what others left lying' },
  { key: 'beatriz.almeida', name: ['Beatriz', 'Almeida'], title: 'Finance controller', ...FINANCE, office: 'Lisbon', manager: 'margaret.osei', about: 'Approver for everything that touches money' },
  { key: 'mei.lin.chan', name: ['Mei Lin', 'Chan'], title: 'Site reliability engineer', ...PLATFORM, manager: 'jonas.weber', about: 'Shares the platform team’s approvals' },
  { key: 'pieter.devries', name: ['Pieter', 'de Vries'], title: 'Warehouse systems manager', ...WAREHOUSE, manager: 'ingrid.solberg', about: 'Manages the warehouse catalog’s packages', appRoles: ['AccessPackage.Admin'] },
  { key: 'hana.novak', name: ['Hana', 'Novák'], title: 'Design lead', department: 'Technology', office: 'Prague', manager: 'ingrid.solberg', about: 'Owns the technology catalog', appRoles: ['AccessPackage.Admin'] },
  { key: 'aiko.tanaka', name: ['Aiko', 'Tanaka'], title: 'Stream engineer', ...PLATFORM, office: 'Tokyo', manager: 'jonas.weber', about: 'Waits for an approval, since six days', language: 'ja-JP' },
  { key: 'diego.fuentes', name: ['Diego', 'Fuentes'], title: 'Stream engineer', ...PLATFORM, manager: 'jonas.weber', about: 'Waits for an approval, since six days', language: 'es-ES' },
  { key: 'tomasz.zielinski', name: ['Tomasz', 'Zieliński'], title: 'Build engineer', ...PLATFORM, office: 'Gdańsk', manager: 'jonas.weber', about: 'Waits for an approval, since five days', language: 'pl-PL' },
  { key: 'nadia.benali', name: ['Nadia', 'Benali'], title: 'Route planner', ...PLANNING, manager: 'lea.moreau', about: 'Waits for an approval. Reads French', language: 'fr-FR' },
  { key: 'karim.aziz', name: ['Karim', 'Aziz'], title: 'Support engineer', ...PLATFORM, manager: 'jonas.weber', about: 'Waits for an approval, since two days' },
  { key: 'nils.ekberg', name: ['Nils', 'Ekberg'], title: 'Account manager, Nordics', ...SALES, office: 'Stockholm', manager: 'karin.vogt', about: 'New here, holds little', language: 'sv-SE' },
  { key: 'hugo.lindqvist', name: ['Hugo', 'Lindqvist'], title: 'Supply planner', ...PLANNING, office: 'Stockholm', manager: 'lea.moreau', about: 'New here, holds little', language: 'sv-SE' },
  { key: 'hugo.martens', name: ['Hugo', 'Martens'], title: 'Guest, Portside Systems', department: 'Partners', office: 'Antwerp', manager: null, about: 'Partner who holds what partners may', guest: 'portside.example', language: 'nl-BE' },
  { key: 'camille.laurent', name: ['Camille', 'Laurent'], title: 'Account manager, France', ...SALES, office: 'Lyon', manager: 'karin.vogt', about: 'One access ends in 2 days. Reads French', language: 'fr-FR' },
  { key: 'piotr.wojcik', name: ['Piotr', 'Wójcik'], title: 'Account manager, Poland', ...SALES, office: 'Gdańsk', manager: 'karin.vogt', about: 'One access ends in 2 days', language: 'pl-PL' },
  { key: 'rosa.ibanez', name: ['Rosa', 'Ibáñez'], title: 'Contract translator', ...SALES, office: 'Valencia', manager: 'karin.vogt', about: 'Contractor', language: 'es-ES' },
  { key: 'yuki.sato', name: ['Yuki', 'Sato'], title: 'Account manager, Sales DACH', ...SALES, manager: 'karin.vogt', about: 'Employee. One access ends in 6 days' },
  { key: 'lars.nystrom', name: ['Lars', 'Nyström'], title: 'Account manager, Nordics', ...SALES, office: 'Stockholm', manager: 'karin.vogt', about: 'Employee. One access ends in 7 days', language: 'sv-SE' },
  { key: 'fatima.zahra', name: ['Fatima', 'Zahra'], title: 'Key account manager', ...SALES, office: 'Casablanca', manager: 'karin.vogt', about: 'Employee. One access ends in 7 days', language: 'ar-MA' },
  { key: 'giulia.ferri', name: ['Giulia', 'Ferri'], title: 'Account manager, Italy', ...SALES, office: 'Turin', manager: 'karin.vogt', about: 'Employee. One access ends in 9 days', language: 'it-IT' },
  { key: 'noah.peeters', name: ['Noah', 'Peeters'], title: 'Sales operations', ...SALES, office: 'Antwerp', manager: 'karin.vogt', about: 'One access is only partly set up', language: 'nl-BE' },
  { key: 'marta.kowalska', name: ['Marta', 'Kowalska'], title: 'Dock supervisor', ...GDANSK, manager: 'pieter.devries', about: 'Employee', language: 'pl-PL' },
  { key: 'henrik.dahl', name: ['Henrik', 'Dahl'], title: 'Fleet planner', ...PLANNING, office: 'Oslo', manager: 'lea.moreau', about: 'Employee' },
  { key: 'ines.carvalho', name: ['Inês', 'Carvalho'], title: 'Customs specialist', ...WAREHOUSE, office: 'Lisbon', manager: 'pieter.devries', about: 'Employee', language: 'pt-PT' },
  { key: 'kofi.mensah', name: ['Kofi', 'Mensah'], title: 'Field technician', ...WAREHOUSE, office: 'Accra', manager: 'pieter.devries', about: 'Contractor. One set-up has failed' },
  { key: 'elif.yildiz', name: ['Elif', 'Yıldız'], title: 'Pricing analyst', ...SALES, office: 'İstanbul', manager: 'karin.vogt', about: 'Employee', language: 'tr-TR' },
  { key: 'bastien.roux', name: ['Bastien', 'Roux'], title: 'Demand planner', ...PLANNING, manager: 'lea.moreau', about: 'Employee. Reads French', language: 'fr-FR' },
  { key: 'chidi.eze', name: ['Chidi', 'Eze'], title: 'Ledger accountant', ...FINANCE, office: 'Lagos', manager: 'beatriz.almeida', about: 'Employee' },
  { key: 'astrid.holm', name: ['Astrid', 'Holm'], title: 'Treasury analyst', ...FINANCE, office: 'Copenhagen', manager: 'beatriz.almeida', about: 'Shares the finance approvals', language: 'da-DK' },
  { key: 'renzo.bianchi', name: ['Renzo', 'Bianchi'], title: 'Payroll officer', ...FINANCE, office: 'Turin', manager: 'beatriz.almeida', about: 'In a group that excludes other access', language: 'it-IT' },
  { key: 'sofia.lindgren', name: ['Sofia', 'Lindgren'], title: 'Recruiter', ...PEOPLE_TEAM, manager: 'lena.hartmann', about: 'Employee', language: 'sv-SE' },
  { key: 'dmitri.volkov', name: ['Dmitri', 'Volkov'], title: 'Payments contractor', ...FINANCE, office: 'Riga', manager: 'beatriz.almeida', about: 'Holds access that excludes other access' },
  { key: 'amara.diallo', name: ['Amara', 'Diallo'], title: 'Shift lead', ...WAREHOUSE, office: 'Dakar', manager: 'pieter.devries', about: 'Employee. Reads French', language: 'fr-SN' },
  { key: 'jakub.horak', name: ['Jakub', 'Horák'], title: 'Scanner technician', ...WAREHOUSE, office: 'Prague', manager: 'pieter.devries', about: 'Employee', language: 'cs-CZ' },
  { key: 'lena.hartmann', name: ['Lena', 'Hartmann'], title: 'Head of people', ...PEOPLE_TEAM, manager: 'margaret.osei', about: 'Manager, may make catalogs. Reads German', language: 'de-DE' },
  { key: 'arjun.mehta', name: ['Arjun', 'Mehta'], title: 'Former route planner', ...PLANNING, manager: null, about: 'The account is disabled', disabled: true },
  { key: 'chloe.dubois', name: ['Chloé', 'Dubois'], title: 'Office manager', ...PEOPLE_TEAM, office: 'Lyon', manager: 'lena.hartmann', about: 'Employee. Reads French', language: 'fr-FR' },
  { key: 'wei.zhang', name: ['Wei', 'Zhang'], title: 'Quality engineer', ...WAREHOUSE, manager: 'pieter.devries', about: 'Has an open request', language: 'zh-CN' },
  { key: 'bjorn.ek', name: ['Björn', 'Ek'], title: 'Forklift trainer', ...WAREHOUSE, office: 'Göteborg', manager: 'pieter.devries', about: 'One set-up has failed', language: 'sv-SE' },
  { key: 'ola.kristiansen', name: ['Ola', 'Kristiansen'], title: 'Former dispatcher', ...WAREHOUSE, manager: null, about: 'The account is disabled', disabled: true },
  { key: 'isabel.moura', name: ['Isabel', 'Moura'], title: 'Claims handler', ...FINANCE, office: 'Lisbon', manager: 'beatriz.almeida', about: 'May read one catalog, Finance', language: 'pt-PT' },
  { key: 'dariusz.lis', name: ['Dariusz', 'Lis'], title: 'Cold chain engineer', ...GDANSK, manager: 'pieter.devries', about: 'Employee', language: 'pl-PL' },
  { key: 'sasaki.misaki', name: ['美咲', '佐々木'], display: '佐々木 美咲', title: '倉庫システム担当', ...WAREHOUSE, office: 'Tokyo', manager: 'pieter.devries', about: 'Name in Japanese', language: 'ja-JP' },
  { key: 'layla.mansour', name: ['ليلى', 'منصور'], title: 'مسؤولة مبيعات', ...SALES, office: 'Dubai', manager: 'karin.vogt', about: 'Name in Arabic', language: 'ar-AE' },
  { key: 'olena.shevchenko', name: ['Олена', 'Шевченко'], title: 'Митний брокер', ...WAREHOUSE, office: 'Odesa', manager: 'pieter.devries', about: 'Name in Cyrillic', language: 'uk-UA' },
  { key: 'eleni.papadopoulou', name: ['Ελένη', 'Παπαδοπούλου'], title: 'Υπεύθυνη λιμένα', ...WAREHOUSE, office: 'Piraeus', manager: 'pieter.devries', about: 'Name in Greek', language: 'el-GR' },
  { key: 'noa.levi', name: ['נועה', 'לוי'], title: 'מנהלת תיקי לקוחות', ...SALES, office: 'Haifa', manager: 'karin.vogt', about: 'Name in Hebrew, right to left', language: 'he-IL' },
];

/** Puts the company's people into the tenant. */
export function seedPeople(tenant: Tenant): void {
  EMPLOYEES.forEach((employee, index) => tenant.people.put(toPerson(tenant, employee, index)));
}

/** The seeded person with this key (the local part of the address). Throws for a key that no seed made. */
export function personOf(tenant: Tenant, key: string): Person {
  const person = tenant.people.get(personId(tenant, key));
  if (!person) throw new Error(`No seeded person ${key}`);
  return person;
}

export function personId(tenant: Tenant, key: string): string {
  return tenant.newId(`person/${key}`);
}

/** Keys of all seeded people, in order. */
export function peopleKeys(): string[] {
  return EMPLOYEES.map((employee) => employee.key);
}

/** Keys of the employees proper: members who can sign in. */
export function employeeKeys(): string[] {
  return EMPLOYEES.filter((employee) => employee.guest === undefined && employee.disabled !== true).map((employee) => employee.key);
}

function toPerson(tenant: Tenant, employee: Employee, index: number): Person {
  const [givenName, surname] = employee.name;
  const from = typeof employee.guest === 'string' ? employee.guest : null;
  const home = `${employee.key}@${from ?? COMPANY_DOMAIN}`;
  const phone = `+00 555 01${String(index + 1).padStart(2, '0')}`;
  return {
    id: personId(tenant, employee.key),
    userPrincipalName: from === null ? home : `${home.replace('@', '_')}#EXT#@${COMPANY_DOMAIN}`,
    displayName: employee.display ?? `${givenName} ${surname}`,
    givenName,
    surname,
    mail: home,
    jobTitle: employee.title,
    department: employee.department,
    officeLocation: employee.office,
    mobilePhone: null,
    businessPhones: [phone],
    preferredLanguage: employee.language ?? (from === null ? 'en-GB' : null),
    userType: employee.guest === undefined ? 'Member' : 'Guest',
    accountEnabled: employee.disabled !== true,
    managerId: employee.manager === null ? null : personId(tenant, employee.manager),
    directoryRoles: employee.directoryRoles ?? [],
    appRoles: employee.appRoles ?? [],
    about: employee.about,
    connectedOrganizationId: from === null ? null : tenant.newId(`organization/${from}`),
    listed: true,
  };
}
