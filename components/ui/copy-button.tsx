'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from './button';

/** Copies a text and says so in its own place. */
export function CopyButton({
  text,
  children,
  size,
  variant = 'quiet',
}: {
  /** What to copy, or how to make it at the press. */
  text: string | (() => string);
  children: ReactNode;
  size?: 'small';
  variant?: 'quiet' | 'plain' | 'primary';
}) {
  const t = useTranslations('common');
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(typeof text === 'string' ? text : text());
    setCopied(true);
  };
  return (
    <>
      <Button variant={variant} {...(size ? { size } : {})} onClick={copy} onBlur={() => setCopied(false)}>
        {copied ? t('copied') : children}
      </Button>
      <span role="status" className="vh">
        {copied ? t('copied') : ''}
      </span>
    </>
  );
}
