// prettier-ignore
const GIVEN = ['Agnes', 'Ahmed', 'Aleksandra', 'Amélie', 'Anders', 'Anaïs', 'Antonio', 'Beatrix', 'Bilal', 'Bruno', 'Carla', 'Cemre', 'Daniel', 'Daria', 'Edith', 'Emre', 'Erik', 'Eszter', 'Fabio', 'Farah', 'Filip', 'Frida', 'Georg', 'Greta', 'Hamza', 'Hanna', 'Henri', 'Ida', 'Igor', 'Ilse', 'Ivana', 'Jan', 'Joana', 'Johan', 'José', 'Julia', 'Kaito', 'Katrin', 'Kenji', 'Lara', 'Leila', 'Linus', 'Luca', 'Lucía', 'Magnus', 'Maja', 'Marco', 'Mariam', 'Mateus', 'Mila', 'Naoki', 'Nina', 'Omar', 'Paula', 'Petra', 'Rahel', 'Robin', 'Salma', 'Stefan', 'Søren', 'Tariq', 'Thea', 'Tobias', 'Ursula', 'Vera', 'Viktor', 'Yara', 'Zoë'];
// prettier-ignore
const SURNAMES = ['Abbott', 'Adeyemi', 'Andersson', 'Bakker', 'Balogh', 'Baumann', 'Becker', 'Bernard', 'Bjørnstad', 'Castro', 'Çelik', 'Costa', 'Dahlberg', 'Delacroix', 'Demir', 'Eriksen', 'Esposito', 'Fischer', 'Fontaine', 'Gallo', 'Garnier', 'Haddou', 'Hansen', 'Hermans', 'Hoffmann', 'Horváth', 'Ito', 'Ivanova', 'Jansen', 'Jørgensen', 'Kaya', 'Keller', 'Khalil', 'Kovač', 'Kowalczyk', 'Larsen', 'Lefèvre', 'Lindberg', 'Lombardi', 'Maier', 'Marín', 'Mancini', 'Mehdi', 'Moreno', 'Müller', 'Nagy', 'Nakamura', 'Nowak', 'Okonkwo', 'Olsen', 'Pereira', 'Petrov', 'Pinto', 'Popescu', 'Quist', 'Ramos', 'Richter', 'Rossi', 'Salonen', 'Santos', 'Schneider', 'Silva', 'Svensson', 'Takahashi', 'Torres', 'Vargas', 'Vasić', 'Wagner', 'Wouters', 'Yılmaz', 'Zhou'];
// prettier-ignore
const TITLES = ['Dispatcher', 'Planner', 'Warehouse operator', 'Analyst', 'Accountant', 'Driver coordinator', 'Customs clerk', 'Engineer', 'Buyer', 'Account manager', 'Claims handler', 'Shift lead'];
// prettier-ignore
const DEPARTMENTS = ['Road', 'Sea', 'Rail', 'Warehouse operations', 'Customs', 'Finance', 'Purchasing', 'Sales Europe', 'Sales Americas', 'Data platform', 'Claims', 'People'];
// prettier-ignore
const PLACES = ['Antwerp', 'Barcelona', 'Bremen', 'Budapest', 'Casablanca', 'Copenhagen', 'Dubai', 'Dublin', 'Gdańsk', 'Genoa', 'Hamburg', 'Helsinki', 'İzmir', 'Lagos', 'Le Havre', 'Lisbon', 'Lyon', 'Marseille', 'Oslo', 'Piraeus', 'Rotterdam', 'Singapore', 'Tallinn', 'Valencia', 'Yokohama'];
// prettier-ignore
const SYSTEMS = ['Berth planning', 'Bill of lading archive', 'Booking desk', 'Cargo insurance', 'Carrier rates', 'Cold store control', 'Container yard', 'Crew rosters', 'Customs ledger', 'Damage reports', 'Dangerous goods register', 'Delivery notes', 'Demurrage claims', 'Document scanner', 'Driver app', 'Emission reports', 'Empty container pool', 'Export licences', 'Fleet workshop', 'Freight audit', 'Fuel cards', 'Gate cameras', 'Import duties', 'Invoice archive', 'Key figures', 'Label designer', 'Last mile routes', 'Loading plans', 'Maintenance calendar', 'Master data', 'Pallet accounts', 'Parcel tracking', 'Port statistics', 'Proof of delivery', 'Return shipments', 'Slot booking', 'Spare parts', 'Toll accounts', 'Training records', 'Weighbridge'];
// prettier-ignore
const RIGHTS = ['read', 'edit', 'approve', 'export', 'administer', 'audit', 'read last year', 'read drafts', 'plan', 'report', 'correct', 'release', 'archive', 'test', 'share', 'read for partners', 'night shift', 'weekend cover', 'season', 'handover'];

/** Part `index` of a list that is walked round and round. */
function at(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}

export interface GeneratedPackageName {
  place: string;
  system: string;
  right: string;
  displayName: string;
  description: string;
}

/** Names of generated packages: the first 20,000 all differ, after that they get a number. */
export function packageName(index: number): GeneratedPackageName {
  const system = at(SYSTEMS, index);
  const place = at(PLACES, Math.floor(index / SYSTEMS.length));
  const right = at(RIGHTS, Math.floor(index / (SYSTEMS.length * PLACES.length)));
  const round = Math.floor(index / (SYSTEMS.length * PLACES.length * RIGHTS.length));
  return {
    place,
    system,
    right,
    displayName: `${system}, ${place}, ${right}${round > 0 ? ` ${round + 1}` : ''}`,
    description: `For people in ${place} who work with the ${system.toLowerCase()}: ${right}.`,
  };
}

export const GENERATED_PLACES: readonly string[] = PLACES;
export const GENERATED_SYSTEMS: readonly string[] = SYSTEMS;

export interface GeneratedPersonName {
  givenName: string;
  surname: string;
  key: string;
  jobTitle: string;
  department: string;
  office: string;
}

/** Names of generated people; the number in the key keeps addresses apart. */
export function personName(index: number): GeneratedPersonName {
  const givenName = at(GIVEN, index * 7);
  const surname = at(SURNAMES, index * 11 + Math.floor(index / GIVEN.length));
  return {
    givenName,
    surname,
    key: `${ascii(givenName)}.${ascii(surname)}${index + 1}`,
    jobTitle: at(TITLES, index * 5 + 1),
    department: at(DEPARTMENTS, index * 5 + 1),
    office: at(PLACES, index * 3),
  };
}

function ascii(name: string): string {
  const folded = name.toLowerCase().replace(/ø/g, 'o').replace(/ı/g, 'i').normalize('NFD');
  return folded.replace(/[^a-z]/g, '');
}
