'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useWaiting } from '@/components/form/use-waiting';
import { noteOwnMove } from '@/components/shell/notices/kept';
import { useAction } from '@/components/shell/use-action';
import { useViewer } from '@/components/shell/viewer-context';
import { Button } from '@/components/ui/button';
import { Dialog, preloadDialog } from '@/components/ui/dialog';
import { landOnHeading } from '@/components/ui/land-on-heading';
import { useToast } from '@/components/ui/toast';
import type { PortalError } from '@/lib/portal-error';
import { cancelMyRequest } from './actions';

interface CancelRequestProps {
  requestId: string;
  /** Null where Graph did not tell. */
  accessPackage: { id: string; displayName: string } | null;
  /** Directory id of whom it is for; null: the reader. */
  targetId: string | null;
  /** A change of access I have, which then stays as it is. */
  isUpdate: boolean;
  /** Graph's now when the page was made, UTC ms. */
  now: number;
  size?: 'small';
}

/** Cancel, with what it does said before. Graph cannot undo it. */
export function CancelRequest({ requestId, accessPackage, targetId, isUpdate, now, size }: CancelRequestProps) {
  const t = useTranslations('requests.cancel');
  const router = useRouter();
  const toast = useToast();
  const { oid } = useViewer();
  const { run, pending } = useAction(cancelMyRequest);
  const [isOpen, setOpen] = useState(false);
  const [failed, setFailed] = useState<PortalError | null>(null);
  const waiting = useWaiting(failed, now);
  // One press, one key: a press after an answer is a new one.
  const [nonce, setNonce] = useState(() => crypto.randomUUID());

  const cancel = async () => {
    const result = await run({
      key: `cancel ${requestId} ${nonce}`,
      requestId,
      accessPackageId: accessPackage?.id ?? null,
      accessPackageName: accessPackage?.displayName ?? null,
      targetId,
    });
    setNonce(crypto.randomUUID());
    setFailed(result.ok ? null : result.error);
    // Nothing was sent: the dialog stays, and its button comes alive at the stated time.
    if (!result.ok && result.error.kind === 'throttled' && result.error.retryAt !== null) return;
    setOpen(false);
    if (result.ok) noteOwnMove(oid, requestId);
    if (result.ok) toast.show({ text: t(result.value.state === 'sent' ? 'done' : result.value.state) });
    // Refused or in conflict: it was decided or started meanwhile. The page shows how it stands now.
    else if (result.error.kind === 'conflict' || result.error.kind === 'refused') toast.show({ text: t('tooLate'), tone: 'stop' });
    else if (result.error.kind === 'unknownOutcome') toast.show({ text: t('unknown'), tone: 'stop' });
    else toast.showError(result.error);
    router.refresh();
  };

  return (
    <>
      <Button
        ref={landOnHeading}
        onClick={() => setOpen(true)}
        onFocus={preloadDialog}
        onPointerEnter={preloadDialog}
        {...(size ? { size } : {})}
      >
        {t('button')}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={accessPackage === null ? t('titleUnknown') : t('title', { name: accessPackage.displayName })}
        keep={t('keep')}
        confirm={{
          label: t('confirm'),
          run: () => void cancel(),
          variant: 'stop',
          pending,
          pendingLabel: t('pending'),
          ...(waiting ? { reason: waiting } : {}),
        }}
      >
        <p>{t(isUpdate ? 'textUpdate' : 'text')}</p>
      </Dialog>
    </>
  );
}
