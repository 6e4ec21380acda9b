'use client';

import { useTranslations } from 'next-intl';
import { useLeaveGuard } from '@/components/shell/leave-guard';
import { Button } from '@/components/ui/button';
import { CHANGE_FORM, type KeptChange } from './kept-change';

interface ResumeGapProps {
  kept: KeptChange;
  pending: boolean;
  onRetry: () => void;
}

/** A change brought back from a sign-in whose row could not be read: it is held, also over one more sign-in, until the row is there. */
export function ResumeGap({ kept, pending, onRetry }: ResumeGapProps) {
  const t = useTranslations('admin');
  useLeaveGuard(() => true, { name: CHANGE_FORM, snapshot: () => JSON.stringify(kept) });
  return (
    <p className="note ask" role="alert">
      <span className="grow">{t('resumeGap')}</span>
      <Button size="small" onClick={onRetry} pending={pending}>
        {t('tryAgain')}
      </Button>
    </p>
  );
}
