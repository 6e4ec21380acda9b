'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useWaiting } from '@/components/form/use-waiting';
import { useAction } from '@/components/shell/use-action';
import { Button } from '@/components/ui/button';
import { Dialog, preloadDialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import { isolated } from '@/lib/i18n/isolated';
import type { PortalError } from '@/lib/portal-error';
import { takeBack } from './actions';

/** Takes an approval back: the person loses the access. Graph cannot undo it, so the dialog names person and package. */
export function TakeBack({ decisionKey, name, packageName, now }: { decisionKey: string; name: string; packageName: string; now: number }) {
  const t = useTranslations('approvals.takeBack');
  const router = useRouter();
  const toast = useToast();
  const { run, pending } = useAction(takeBack);
  const [isOpen, setOpen] = useState(false);
  const [failed, setFailed] = useState<PortalError | null>(null);
  const waiting = useWaiting(failed, now);
  // One press, one key: a press after an answer is a new one.
  const [nonce, setNonce] = useState(() => crypto.randomUUID());

  const confirm = async () => {
    const result = await run({ key: `take back ${decisionKey} ${nonce}`, decisionKey });
    setNonce(crypto.randomUUID());
    setFailed(result.ok ? null : result.error);
    // Nothing was sent: the dialog stays, and its button comes alive at the stated time.
    if (!result.ok && result.error.kind === 'throttled' && result.error.retryAt !== null) return;
    setOpen(false);
    if (result.ok)
      toast.show({
        text: t(result.value.state, { name: isolated(name) }),
        ...(result.value.state === 'sent' ? {} : { tone: 'stop' as const }),
      });
    else if (['refused', 'notFound', 'conflict'].includes(result.error.kind))
      toast.show({ text: t('refused', { name: isolated(name) }), tone: 'stop' });
    else if (result.error.kind === 'unknownOutcome') toast.show({ text: t('unknown', { name: isolated(name) }), tone: 'stop' });
    else toast.showError(result.error);
    router.refresh();
  };

  return (
    <>
      <Button size="small" variant="quiet" onClick={() => setOpen(true)} onFocus={preloadDialog} onPointerEnter={preloadDialog}>
        {t('button')}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t.rich('title', { name: () => <bdi>{name}</bdi>, package: () => <bdi>{packageName}</bdi> })}
        keep={t('keep')}
        confirm={{
          label: t('confirm'),
          run: () => void confirm(),
          variant: 'stop',
          pending,
          pendingLabel: t('pending'),
          ...(waiting ? { reason: waiting } : {}),
        }}
      >
        <p>{t.rich('text', { name: () => <bdi>{name}</bdi> })}</p>
      </Dialog>
    </>
  );
}
