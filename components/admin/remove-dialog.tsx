'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Assignment } from '@/lib/entitlement/assignments';
import { useWaiting } from '@/components/form/use-waiting';
import { useAction } from '@/components/shell/use-action';
import { LostResources } from '@/components/status/lost-resources';
import { useContents } from '@/components/status/use-contents';
import { Dialog } from '@/components/ui/dialog';
import { paths } from '@/lib/paths';
import type { PortalError } from '@/lib/portal-error';
import { adminRemoveAction } from './actions';
import { ActionNote } from './action-note';
import { targetOf } from './admin-view';
import type { OnSent } from './inspector';
import { keepAsking } from '@/components/form/keep-asking';

interface RemoveDialogProps {
  assignment: Assignment;
  /** Graph's now, UTC ms. */
  now: number;
  onSent: OnSent;
  onClose: () => void;
  /** Instead of `onClose`, once it was sent. */
  onDone: () => void;
}

/** Graph cannot undo a removal: the dialog names the person, the package and what is lost. One key per dialog, so that a double click is one removal. */
export function RemoveDialog({ assignment, now, onSent, onClose, onDone }: RemoveDialogProps) {
  const t = useTranslations('admin');
  const { run, pending } = useAction(adminRemoveAction);
  const [key] = useState(() => crypto.randomUUID());
  const [error, setError] = useState<PortalError | null>(null);
  const name = assignment.target?.displayName || assignment.target?.email || t('unnamed');
  const packageName = assignment.accessPackage?.displayName ?? t('somePackage');
  const contents = useContents(assignment.accessPackage && paths.api.adminContents(assignment.accessPackage.id));
  const lost = contents.kind === 'read' ? contents.roles : [];
  const waiting = useWaiting(error, now);
  const remove = async () => {
    setError(null);
    const input = {
      key,
      assignmentId: assignment.id,
      target: targetOf(assignment),
      accessPackageId: assignment.accessPackage?.id ?? null,
      accessPackageName: assignment.accessPackage?.displayName ?? null,
    };
    const result = await run(input);
    if (!result.ok) return setError(result.error);
    onSent(assignment.id, 'adminRemove', result.value);
    if (result.value.state === 'sending')
      void keepAsking(
        () => run(input),
        (outcome) => onSent(assignment.id, 'adminRemove', outcome),
      );
    onDone();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('removeTitle', { name, package: packageName })}
      keep={t('removeKeep')}
      confirm={{
        label: t('removeConfirm'),
        run: remove,
        variant: 'stop',
        pending,
        pendingLabel: t('sending'),
        ...(waiting ? { reason: waiting } : {}),
      }}
    >
      <p>
        {lost.length > 0 ? t('removeLosesThese', { name, package: packageName }) : t('removeLosesPackage', { name, package: packageName })}
      </p>
      {lost.length > 0 && <LostResources roles={lost} />}
      <p>{t('removeBack', { name })}</p>
      {error && <ActionNote error={error} />}
    </Dialog>
  );
}
