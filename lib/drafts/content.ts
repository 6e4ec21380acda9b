import { LONGEST_ANSWER } from '@/lib/entitlement/answer-rules';
import { LONGEST_JUSTIFICATION } from '@/lib/entitlement/request-form';
import { z } from '@/lib/zod';
import { LONGEST_ASKED } from './asked';
import { MOST_PEOPLE } from './bounds';

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

// Somebody who types too much keeps it until they shorten it.
const SLACK = 2;

const values = z.array(z.string().max(LONGEST_ANSWER * SLACK)).max(200);
const justification = z.string().max(LONGEST_JUSTIFICATION * SLACK);
const period = z.object({ startDay: day.nullable(), endDay: day.nullable() }).nullable();

/** A record of so many entries at most. */
const few = <T extends z.ZodType>(of: T, most: number) =>
  z.record(z.string().max(200), of).refine((entries) => Object.keys(entries).length <= most);

/** Packages of one tray: as many as one $batch asks about (contract §1.7). */
export const MOST_TOGETHER = 20;

export const personSchema = z.object({
  objectId: z.string().min(1).max(200),
  displayName: z.string().max(1_000),
  email: z.string().max(320),
  isGuest: z.boolean(),
});

const together = z.object({
  people: z.array(personSchema).max(MOST_PEOPLE).optional(),
  policies: few(z.string().max(100), MOST_TOGETHER * 2),
  answers: few(values, 1_000),
  separate: z.boolean(),
  differ: z.array(z.string().max(200)).max(1_000).optional(),
  justifications: few(justification, (MOST_TOGETHER + MOST_PEOPLE) * 2),
  periods: few(period, MOST_TOGETHER * (MOST_PEOPLE + 2)),
});

const asked = z.object({
  text: z.string().max(LONGEST_ASKED),
  needed: z.boolean(),
  rule: z.string().max(2_000).nullable(),
  chosen: z.array(z.string().max(LONGEST_ASKED)).max(200).optional(),
});

const taken = z.object({ at: z.string().max(40).nullable(), from: z.string().max(1_000), kind: z.enum(['request', 'draft']) });

/** What may be kept of a form, bounded; not yet what may be sent. */
export const draftContentSchema = z.object({
  policyId: z.string().max(100).nullable(),
  answers: few(values, 200),
  justification,
  period,
  timeZone: z.string().max(60).nullable(),
  asked: few(asked, 200).optional(),
  taken: few(taken, 201).optional(),
  together: together.optional(),
});

/** One press on a package of the tray. */
export const trayChangeSchema = z.union([
  z.object({ choose: z.object({ id: z.string().min(1).max(200), name: z.string().max(1_000) }) }),
  z.object({ leave: z.array(z.string().max(200)).max(100), keepPage: z.boolean().optional() }),
]);
