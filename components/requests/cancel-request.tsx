'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAction } from '@/components/shell/use-action';
import { Button } from '@/components/ui/button';
import { Dialog, preloadDialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import { cancelMyRequest } from './actions';

interface CancelRequestProps {
  requestId: string;
  /** Null where Graph did not tell. */
  accessPackage: { id: string; displayName: string } | null;
  /** A change of access I have, which then stays as it is. */
  isUpdate: boolean;
  size?: 'small';
}

/** Cancel, with what it does said before. Graph cannot undo it. */
export function CancelRequest({ requestId, accessPackage, isUpdate, size }: CancelRequestProps) {
  const t = useTranslations('requests.cancel');
  const router = useRouter();
  const toast = useToast();
  const { run, pending } = useAction(cancelMyRequest);
  const [isOpen, setOpen] = useState(false);
  // One press, one key: a press after an answer is a new one.
  const [nonce, setNonce] = useState(() => crypto.randomUUID());

  const cancel = async () => {
    const result = await run({
      key: `cancel ${requestId} ${nonce}`,
      requestId,
      accessPackageId: accessPackage?.id ?? null,
      accessPackageName: accessPackage?.displayName ?? null,
    });
    setOpen(false);
    setNonce(crypto.randomUUID());
    if (result.ok) toast.show({ text: t(result.value.state === 'sent' ? 'done' : result.value.state) });
    // Refused or in conflict: it was decided or started meanwhile. The page shows how it stands now.
    else if (result.error.kind === 'conflict' || result.error.kind === 'refused') toast.show({ text: t('tooLate'), tone: 'stop' });
    else if (result.error.kind === 'unknownOutcome') toast.show({ text: t('unknown'), tone: 'stop' });
    else toast.showError(result.error);
    router.refresh();
  };

  return (
    <>
      <Button onClick={() => setOpen(true)} onFocus={preloadDialog} onPointerEnter={preloadDialog} {...(size ? { size } : {})}>
        {t('button')}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={accessPackage === null ? t('titleUnknown') : t('title', { name: accessPackage.displayName })}
        keep={t('keep')}
        confirm={{ label: t('confirm'), run: () => void cancel(), variant: 'stop', pending, pendingLabel: t('pending') }}
      >
        <p>{t(isUpdate ? 'textUpdate' : 'text')}</p>
      </Dialog>
    </>
  );
}
