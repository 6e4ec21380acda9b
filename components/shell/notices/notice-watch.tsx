'use client';

import { useEffect } from 'react';
import { useViewer } from '../viewer-context';
import { kept } from './kept';

/** Begins to watch for who wants notices; nothing of it is loaded for anybody else. Draws nothing. */
export function NoticeWatch() {
  const { oid } = useViewer();
  useEffect(() => {
    if (kept(oid)) void import('./watch').then(({ watch }) => watch(oid)).catch(() => undefined);
  }, [oid]);
  return null;
}
