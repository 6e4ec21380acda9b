'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { administrationCookie } from './administration-cookie';
import { keepPreference, keptPreference } from './preferences';
import { useViewer } from './viewer-context';

/** Put on a screen of the administration that opened: from then on this person's rail leads there. It grants nothing. */
export function RememberAdministration() {
  const { oid } = useViewer();
  const router = useRouter();
  useEffect(() => {
    if (keptPreference(administrationCookie) === oid) return;
    keepPreference(administrationCookie, oid);
    router.refresh();
  }, [oid, router]);
  return null;
}
