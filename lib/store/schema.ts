import type { AuthTables } from './tables/auth';
import type { DecisionTables } from './tables/decisions';
import type { DeliveryTables } from './tables/deliveries';
import type { DraftTables } from './tables/drafts';
import type { SubmissionTables } from './tables/submissions';

/**
 * All tables of the store. Each room that keeps something adds an interface of its own under tables/ (`AuthTables & …`) and a migration.
 * Text ids; instants UTC milliseconds as bigint, read as number; JSON and sealed values as text; yes and no as 0 and 1.
 */
export type Schema = AuthTables & SubmissionTables & DraftTables & DecisionTables & DeliveryTables;
