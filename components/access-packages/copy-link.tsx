'use client';

import { Check, Link2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths';

interface Props {
  packageId: string;
  /** Id of the element that names the package. */
  describedBy: string;
  copied: boolean;
  /** False where the browser did not let us; the list says either aloud. */
  onCopied: (done: boolean) => void;
}

/** Copies a package's address from its row. */
export function CopyLink({ packageId, describedBy, copied, onCopied }: Props) {
  const t = useTranslations('access-packages');
  const Icon = copied ? Check : Link2;
  const copy = () => {
    const address = new URL(paths.accessPackage(packageId), window.location.origin).href;
    navigator.clipboard.writeText(address).then(
      () => onCopied(true),
      () => onCopied(false),
    );
  };
  return (
    <button
      type="button"
      className="btn quiet icon small copy"
      aria-label={t('copyLink')}
      title={t('copyLink')}
      aria-describedby={describedBy}
      onClick={copy}
    >
      <Icon className="i s" aria-hidden="true" />
    </button>
  );
}
