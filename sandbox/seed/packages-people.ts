import type { SeededPackage } from './packages.ts';
import type { SeededStage } from './policies.ts';

const MANAGER: SeededStage = { by: [{ manager: 1 }], orElse: [{ person: 'lena.hartmann' }] };
const HEAD_OF_PEOPLE: SeededStage = { by: [{ person: 'lena.hartmann' }] };

// prettier-ignore
export const PEOPLE_PACKAGES: readonly SeededPackage[] = [
  {
    key: 'lyon-office', name: 'Lyon office and printers', description: 'Doors, desks and printers in Lyon.',
    inside: [['lyon-doors', 'Member'], ['lyon-print', 'Member']],
    policies: [
      { key: 'employees', name: 'Visitors from other offices', admits: 'members', lasts: 'P14D', ownDates: true },
      { key: 'direct', name: 'Direct, office staff', admits: 'direct', lasts: 'never' },
    ],
  },
  {
    key: 'gdansk-office', name: 'Gdańsk office and printers', description: 'Doors, desks and printers in Gdańsk.',
    inside: [['gdansk-doors', 'Member'], ['gdansk-print', 'Member']],
    policies: [
      { key: 'employees', name: 'Visitors from other offices', admits: 'members', lasts: 'P14D', ownDates: true },
      { key: 'direct', name: 'Direct, office staff', admits: 'direct', lasts: 'never' },
    ],
  },
  {
    key: 'recruiting', name: 'Recruiting workspace', description: 'Applications, interviews and offers.',
    inside: [['recruiting', 'Interviewer']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P90D', why: true, stages: [HEAD_OF_PEOPLE] }],
  },
  {
    key: 'handbook', name: 'Staff handbook, edit', description: 'Write what everybody reads.',
    inside: [['handbook', 'Members']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P180D', asks: ['notes'], stages: [MANAGER] }],
  },
  {
    key: 'board-papers', name: 'Board papers', description: 'Papers of the coming meeting. By link only.', hidden: true,
    inside: [['board', 'Visitors']],
    policies: [{ key: 'board', name: 'Board office', admits: { groups: ['board-office'] }, lasts: 'P30D', mayExtend: false, stages: [{ by: [{ person: 'margaret.osei' }], orElse: [{ person: 'lena.hartmann' }], needsNoReason: true }] }],
  },
  {
    key: 'works-council', name: 'Works council files', description: 'Minutes and agreements.',
    inside: [['council', 'Visitors']],
    policies: [{ key: 'named', name: 'Members of the council', admits: { people: ['sofia.lindgren', 'marta.kowalska', 'tomasz.zielinski'] }, lasts: 'P365D', mayGiveBack: false }],
  },
];
