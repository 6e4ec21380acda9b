import type { SeededPackage } from './packages.ts';
import type { SeededStage } from './policies.ts';

const MANAGER: SeededStage = { by: [{ manager: 1 }], orElse: [{ person: 'lena.hartmann' }] };

// prettier-ignore
export const GENERAL_PACKAGES: readonly SeededPackage[] = [
  {
    key: 'vpn', name: 'VPN for travel', description: 'Reach our network from hotels and trains.',
    inside: [['vpn', 'Member']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P90D', ownDates: true }],
  },
  {
    key: 'travel-asia', name: 'Travel booking, Asia', description: 'Book flights and hotels at our Asian rates.',
    inside: [['travel-asia', 'Traveller']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P60D', ownDates: true, asks: ['destinations'], stages: [MANAGER], onBehalf: 'managers' }],
  },
  {
    key: 'newsroom', name: 'Company newsroom', description: 'Write and publish company news.',
    inside: [['newsroom', 'Members']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P180D', asks: ['notes'], stages: [MANAGER] }],
  },
  {
    key: 'languages', name: 'Language courses', description: 'Learn with a teacher, on company time.',
    inside: [['languages', 'Learner']],
    policies: [{ key: 'employees', name: 'Employees', admits: 'members', lasts: 'P365D', stages: [{ ...MANAGER, needsNoReason: true }] }],
  },
  {
    key: 'photos', name: 'Photo library', description: 'Pictures that may be printed.',
    inside: [['photos', 'Visitors']],
    policies: [{ key: 'everybody', name: 'Everybody in the directory', admits: 'everybody', lasts: 'P365D' }],
  },
  {
    key: 'onboarding', name: 'Everybody at Tidewater', description: 'Mail lists and intranet. Comes by itself with the first working day.',
    inside: [['onboarding', 'Member'], ['newsroom', 'Visitors']],
    policies: [{ key: 'automatic', name: 'All members, by itself', admits: 'automatic', lasts: 'never' }],
  },
];
