'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useWaiting } from '@/components/form/use-waiting';
import { useAction } from '@/components/shell/use-action';
import type { Contents } from '@/components/status/use-contents';
import { Dialog, preloadDialog } from '@/components/ui/dialog';
import { landOnHeading } from '@/components/ui/land-on-heading';
import { useToast } from '@/components/ui/toast';
import { paths } from '@/lib/paths';
import type { PortalError } from '@/lib/portal-error';
import { giveItBack } from './actions';
import type { AssignmentRow } from './assignment-row';
import type { OtherAccess } from './kept-elsewhere';
import { useOtherContents } from './use-other-contents';
import { WhatGoes } from './what-goes';

interface GiveBackProps {
  row: AssignmentRow;
  contents: Contents;
  /** What else I hold, and whether that is all of it. */
  others: readonly OtherAccess[];
  isPart: boolean;
  now: number;
}

/** Gives access back; the dialog names the package, everything that goes, and what other access of mine keeps. Graph cannot undo it. */
export function GiveBack({ row, contents, others, isPart, now }: GiveBackProps) {
  const t = useTranslations('assignments.giveBack');
  const router = useRouter();
  const toast = useToast();
  // One press, one key: a press after an answer is a new one.
  const [nonce, setNonce] = useState(() => crypto.randomUUID());
  const [isOpen, setOpen] = useState(false);
  const read = useOtherContents(others, isOpen);
  const { run, pending } = useAction(giveItBack);
  const [failed, setFailed] = useState<PortalError | null>(null);
  const waiting = useWaiting(failed, now);
  const name = row.accessPackage?.displayName ?? t('thisAccess');

  const giveBack = async () => {
    const result = await run({
      key: `give back ${row.id} ${nonce}`,
      assignmentId: row.id,
      accessPackageId: row.accessPackage?.id ?? null,
      accessPackageName: row.accessPackage?.displayName ?? null,
    });
    setNonce(crypto.randomUUID());
    setFailed(result.ok ? null : result.error);
    // Nothing was sent: the dialog stays, and its button comes alive at the stated time.
    if (!result.ok && result.error.kind === 'throttled' && result.error.retryAt !== null) return;
    setOpen(false);
    if (!result.ok) {
      if (result.error.kind === 'refused') toast.show({ text: t('refused', { name }), detail: t('refusedHint'), tone: 'stop' });
      else if (result.error.kind === 'unknownOutcome') toast.show({ text: t('unknown'), tone: 'stop' });
      else toast.showError(result.error);
    } else if (result.value.state === 'sent') {
      const { requestId } = result.value;
      toast.show({
        text: t('sent', { name }),
        action: { label: t('follow'), run: () => router.push(paths.request(requestId)) },
        stays: 8000,
      });
    } else {
      toast.show({ text: t(result.value.state), tone: 'stop' });
    }
    router.refresh();
  };

  return (
    <>
      <button
        ref={landOnHeading}
        type="button"
        className="btn link"
        onClick={() => setOpen(true)}
        onFocus={preloadDialog}
        onPointerEnter={preloadDialog}
      >
        {t('button')}
      </button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('title', { name })}
        keep={t('keep')}
        confirm={{
          label: t('confirm'),
          run: () => void giveBack(),
          variant: 'stop',
          pending,
          pendingLabel: t('pending'),
          ...(waiting ? { reason: waiting } : {}),
        }}
      >
        {contents.kind === 'read' && contents.roles.length > 0 ? (
          <WhatGoes roles={contents.roles} others={others} read={read} isPart={isPart} now={now} />
        ) : (
          <p>{t('losesAll')}</p>
        )}
        <p>{t('wayBack')}</p>
      </Dialog>
    </>
  );
}
