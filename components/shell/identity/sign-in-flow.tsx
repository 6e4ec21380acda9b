'use client';

import { LogIn } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ComponentType, useCallback, useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { myAccessPackageId } from '@/lib/auth/return-to';
import { paths } from '@/lib/paths';
import { keepTimeZone } from '../preferences';
import { pendingInteraction, type Interaction } from './interaction';
import type { Msal } from './msal';
import type { SignInAsk, SignInFailure } from './sign-in-steps';

interface FlowProps {
  returnTo: string;
  /** Why the page was opened (`for` of its address). */
  reason: string | null;
  hint: string | null;
}

interface Running {
  Island: ComponentType<{ msal: Msal; ask: SignInAsk; onFailure: (failure: SignInFailure) => void }>;
  msal: Msal;
  ask: SignInAsk;
  /** Each try is a new island. */
  round: number;
}

/** Runs the sign-in as soon as the page is there; a button where it failed, or where the person came here by going back. */
export function SignInFlow({ returnTo, reason, hint }: FlowProps) {
  const t = useTranslations('sign-in');
  const [running, setRunning] = useState<Running | null>(null);
  const [failure, setStopped] = useState<SignInFailure | 'waiting' | null>(null);
  const [pressed, setPressed] = useState(false);
  const back = useSyncExternalStore(never, cameBack, () => false);
  const stopped = failure ?? (back && !pressed ? 'waiting' : null);

  const start = useCallback(async () => {
    try {
      const [{ msal }, { SignInIsland: Island }] = await Promise.all([import('./msal'), import('./sign-in-island')]);
      const ask = { interaction: wanted(reason), returnTo: target(returnTo), hint };
      const made = await msal();
      setRunning((before) => ({ Island, msal: made, ask: { ...ask, again: before !== null }, round: (before?.round ?? 0) + 1 }));
    } catch {
      setStopped({ why: 'unavailable' });
    }
  }, [reason, returnTo, hint]);
  const begin = useEffectEvent(() => void (cameBack() || start()));
  useEffect(() => {
    // The first page after signing in is written in the reader's time zone at once.
    keepTimeZone();
    const soon = setTimeout(() => begin());
    const restored = (event: PageTransitionEvent) => event.persisted && setStopped('waiting');
    window.addEventListener('pageshow', restored);
    return () => {
      clearTimeout(soon);
      window.removeEventListener('pageshow', restored);
    };
  }, []);
  const press = () => {
    setPressed(true);
    setStopped(null);
    void start();
  };

  return (
    <>
      {running && <running.Island key={running.round} msal={running.msal} ask={running.ask} onFailure={setStopped} />}
      {stopped !== null && stopped !== 'waiting' && <Failure failure={stopped} />}
      <p className="row wrap">
        <Button
          variant="primary"
          icon={<LogIn className="i s flip" aria-hidden="true" />}
          pending={stopped === null}
          pendingLabel={t('going')}
          onClick={press}
        >
          {stopped === null || stopped === 'waiting' ? t('button') : t('again')}
        </Button>
        {stopped !== null && stopped !== 'waiting' && reason !== null && (
          <ButtonLink href={returnTo} prefetch={false}>
            {t('back')}
          </ButtonLink>
        )}
      </p>
    </>
  );
}

function Failure({ failure }: { failure: SignInFailure }) {
  const t = useTranslations('sign-in');
  const values = {
    scope: failure.why === 'declined' ? (failure.scope ?? '') : '',
    name: failure.why === 'otherViewer' ? failure.name : '',
  };
  const text = failure.why === 'declined' && failure.scope === null ? t('declined.textAny') : t(`${failure.why}.text`, values);
  return (
    <div role="alert">
      <h2 className="h2">{t(`${failure.why}.title`, values)}</h2>
      <p className="mut">{text}</p>
    </div>
  );
}

/** Claims and scope wait in the tab's storage; a reason without them, or none, is a plain sign-in. */
function wanted(reason: string | null): Interaction {
  const left = pendingInteraction();
  if (left.kind === reason) return left;
  return reason === 'renew' || reason === 'switchPerson' ? { kind: reason } : { kind: 'signIn' };
}

/** A My Access link's hash survives the portal's redirect to this page. */
function target(returnTo: string): string {
  const id = returnTo === paths.home ? myAccessPackageId(window.location.hash) : null;
  return id ? paths.accessPackage(id) : returnTo;
}

const never = () => () => {};

/** Back from the authority's page: going there again by itself would be a trap. */
function cameBack(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming && entry.type === 'back_forward';
}
