'use client';

import { createContext, type ReactNode, useContext, useEffect, useSyncExternalStore } from 'react';
import type { ClientViewer } from '@/lib/auth/client-viewer';
import { adoptIdentity, currentIdentity, onIdentity } from './identity/current';
import { SessionKeeper } from './session-keeper';

const ViewerContext = createContext<ClientViewer | null>(null);

/** Around everything behind the sign-in: says whose page this is, and keeps the session alive. */
export function ViewerProvider({ viewer, children }: { viewer: ClientViewer; children: ReactNode }) {
  useEffect(() => {
    if (currentIdentity()?.tag !== viewer.tag) adoptIdentity(viewer);
  }, [viewer]);
  const latest = useSyncExternalStore(onIdentity, currentIdentity, () => viewer);
  return (
    <ViewerContext value={latest ?? viewer}>
      <SessionKeeper viewer={viewer} />
      {children}
    </ViewerContext>
  );
}

/** Whose page this is: name, user principal name, the tag that every action sends. */
export function useViewer(): ClientViewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('useViewer needs ViewerProvider');
  return viewer;
}
