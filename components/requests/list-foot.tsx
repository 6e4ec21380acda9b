import { RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ErrorPanel } from '@/components/ui/error-panel';
import { useFormats } from '@/lib/i18n/use-formats';
import type { PortalError } from '@/lib/portal-error';

interface ListFootProps {
  open: number;
  total: number;
  complete: boolean;
  /** There is more, and it does not fit here. */
  full: boolean;
  gap: PortalError | null;
  retry: () => void;
  look: { at: number; failed: boolean };
}

/** Whether the list is whole, as of when, and whether it moves by itself. */
export function ListFoot({ open, total, complete, full, gap, retry, look }: ListFootProps) {
  const t = useTranslations('requests');
  const formats = useFormats();
  const time = formats.time(new Date(look.at).toISOString());
  if (gap) return <ErrorPanel error={gap} what={t('gap')} onRetry={retry} />;
  return (
    <p className="xs faint row foot-line">
      <RotateCw className="i s" aria-hidden="true" />
      <span>
        {look.failed ? (
          t('stale', { time })
        ) : (
          <>
            {open > 0 && `${t('updating', { count: open })} `}
            {full ? t('full', { count: total }) : `${complete ? t('readAt', { time }) : t('soFar', { count: total })}.`}{' '}
            {complete && t('retention')}
          </>
        )}
      </span>
    </p>
  );
}
