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

/** The same for somebody else: which sentence of `for-others.refused`, or `gone` of `request-form.answer`. */
export function otherReasonOf(error: PortalError): 'notAdmitted' | 'held' | 'asked' | 'incompatible' | 'gone' | null {
  if (error.kind === 'notFound') return 'gone';
  if (error.kind !== 'refused') return null;
  switch (refusalReason(error.code)) {
    case 'outsidePolicy':
    case 'notPermitted':
      return 'notAdmitted';
    case 'held':
      return 'held';
    case 'open':
      return 'asked';
    case 'incompatible':
      return 'incompatible';
    case 'gone':
      return 'gone';
    case 'noRight':
      return null;
    default:
      // The status decides (contract §1.4): 403 is a policy that does not admit the pair.
      return error.status === 403 ? 'notAdmitted' : null;
  }
}
