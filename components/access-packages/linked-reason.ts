import type { DraftContent } from '@/lib/drafts/drafts';
import type { PolicyRequirements } from '@/lib/entitlement/policies';
import type { RequestLink } from '@/lib/request-link';

/** What became of the justification that the link brought: it stands in the field, the person's own words stayed, or nothing asks for one. */
export type LinkedReason = 'prefilled' | 'kept' | 'notAsked';

/** Null where the link brought none. Words that the person typed are never replaced. */
export function linkedReason(
  { isRequestorJustificationRequired }: Pick<PolicyRequirements, 'isRequestorJustificationRequired'>,
  saved: Pick<DraftContent, 'justification'> | null,
  { justification }: Pick<RequestLink, 'justification'>,
): LinkedReason | null {
  if (justification === '') return null;
  if (!isRequestorJustificationRequired) return 'notAsked';
  return saved && saved.justification.trim() !== '' && saved.justification !== justification ? 'kept' : 'prefilled';
}
