import { refusalReason, type RefusalReason } from '@/lib/entitlement/refusal-codes';
import type { PortalError } from '@/lib/portal-error';

/** Words for what a code says (contract §9); any other says only that it was refused. */
const WORDS: Readonly<Partial<Record<RefusalReason, string>>> = {
  incompatible: 'incompatible',
  outsidePolicy: 'outsidePolicy',
  notPermitted: 'outsidePolicy',
  held: 'held',
  open: 'open',
  gone: 'gone',
};

/** Which sentence of `request-form.answer` an error has of its own. */
export function reasonOf(error: PortalError): string | undefined {
  const reason = error.kind === 'refused' ? refusalReason(error.code) : error.kind === 'notFound' ? 'gone' : null;
  return reason === null ? undefined : WORDS[reason];
}
