'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorPanel } from '@/components/ui/error-panel';
import type { PortalError } from '@/lib/portal-error';
import { beginInteraction } from './identity/interaction';
import { renewSilently } from './identity/renewal';

/** Asks for a Graph scope that nobody has consented to; comes back to this page. `action` names a form that resumes. */
export function requestConsent(scope: string, action?: string): Promise<never> {
  return beginInteraction({ kind: 'consent', scope }, action);
}

/**
 * A part of a page that could not be loaded because the authority wants something of the person: a step-up is run at once (once per page
 * and challenge), a missing consent is offered, an ended session is renewed. Everything else, and what did not help, is an ErrorPanel.
 */
export function Challenge({ error, what }: { error: PortalError; what?: string }) {
  const t = useTranslations('errors');
  const [helpless, setHelpless] = useState(false);
  useEffect(() => {
    void meet(error).then((met) => setHelpless(!met));
  }, [error]);
  if (error.kind === 'stepUp' || error.kind === 'signedOut') return helpless ? <ErrorPanel error={error} what={what} retry /> : null;
  if (error.kind !== 'consentRequired') return <ErrorPanel error={error} what={what} retry />;
  return (
    <>
      <ErrorPanel error={error} what={what} />
      <Button onClick={() => void requestConsent(error.scope)}>{t('consentRequired.grant')}</Button>
    </>
  );
}

/** Whether something was begun that takes the page elsewhere or loads it again. */
async function meet(error: PortalError): Promise<boolean> {
  const challenge = error.kind === 'stepUp' ? error.claims : error.kind;
  if (begun.has(challenge)) return true;
  if (!['stepUp', 'signedOut'].includes(error.kind) || triedLately(challenge)) return false;
  begun.add(challenge);
  if (error.kind === 'stepUp') return beginInteraction({ kind: 'stepUp', claims: error.claims });
  const renewed = await renewSilently();
  if (renewed === 'interaction') return beginInteraction({ kind: 'signIn' });
  if (renewed !== 'unavailable') window.location.reload();
  else begun.delete(challenge);
  return renewed !== 'unavailable';
}

/** Challenges that this document is already answering. */
const begun = new Set<string>();
const ONCE_MS = 60_000;

/** True when the same challenge was answered on this page less than a minute ago: it did not help. */
function triedLately(challenge: string): boolean {
  const key = `latchkey.challenge ${window.location.pathname} ${challenge}`;
  const before = Number(sessionStorage.getItem(key) ?? 0);
  sessionStorage.setItem(key, String(Date.now()));
  return Date.now() - before < ONCE_MS;
}
