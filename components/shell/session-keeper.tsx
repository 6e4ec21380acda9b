'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { ClientViewer } from '@/lib/auth/client-viewer';
import { myAccessPackageId } from '@/lib/auth/return-to';
import { paths } from '@/lib/paths';
import { currentIdentity, onIdentity } from './identity/current';
import { beginInteraction } from './identity/interaction';
import { forgetMsal } from './identity/forget-msal';
import { renewSilently } from './identity/renewal';
import { hearTabs, type TabMessage } from './identity/tabs';
import { flushLeaveGuards, hasLeaveGuards } from './leave-guard';

const RETRY_MS = 20_000;
/** A pause in typing after which a form may be saved and left. */
const QUIET_MS = 5_000;

/** Renews the session before it ends, hears of sign-in and sign-out in other tabs, and understands My Access's links. Draws nothing. */
export function SessionKeeper({ viewer }: { viewer: ClientViewer }) {
  const router = useRouter();
  useEffect(() => keepRenewing(viewer), [viewer]);
  useEffect(() => hearTabs((message) => void onTabMessage(message, viewer.oid)), [viewer.oid]);
  useEffect(() => {
    const openLink = () => {
      const id = window.location.pathname === paths.home ? myAccessPackageId(window.location.hash) : null;
      if (id) router.replace(paths.accessPackage(id));
    };
    openLink();
    window.addEventListener('hashchange', openLink);
    return () => window.removeEventListener('hashchange', openLink);
  }, [router]);
  return null;
}

/** Sets the clock anew after every renewal. Answers how to stop. */
function keepRenewing(viewer: ClientViewer): () => void {
  let timer: number | undefined;
  let stopped = false;
  const wait = (ms: number) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void renew(), ms);
  };
  const renew = async () => {
    const renewed = await renewSilently();
    if (stopped) return;
    if (renewed === 'unavailable') wait(RETRY_MS);
    else if (renewed === 'interaction') await atAQuietMoment(() => stopped);
    else if (typeof renewed === 'object' && !hasLeaveGuards()) window.location.reload();
  };
  const stopListening = onIdentity(() => wait(currentIdentity()?.renewInMs ?? 0));
  wait(viewer.renewInMs);
  return () => {
    stopped = true;
    window.clearTimeout(timer);
    stopListening();
  };
}

/** Leaves for the sign-in once somebody is at the page, is not typing, and everything open is saved. Until then the page stays usable. */
async function atAQuietMoment(stopped: () => boolean): Promise<void> {
  while (!stopped()) {
    await presence();
    if (hasLeaveGuards()) await quiet();
    if (!stopped() && (await flushLeaveGuards())) await beginInteraction({ kind: 'renew' });
    await pause(QUIET_MS);
  }
}

/** Resolves at the next sign of a person at this page. */
function presence(): Promise<void> {
  return new Promise((here) => {
    const events = ['pointerdown', 'keydown', 'focus'] as const;
    const come = () => {
      for (const event of events) window.removeEventListener(event, come);
      here();
    };
    for (const event of events) window.addEventListener(event, come);
  });
}

function quiet(): Promise<void> {
  return new Promise((done) => {
    let timer = window.setTimeout(end, QUIET_MS);
    const again = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(end, QUIET_MS);
    };
    window.addEventListener('input', again);
    function end() {
      window.removeEventListener('input', again);
      done();
    }
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

/** Change of person is a full load, except where a form is open: its text stays, and sending it is refused with the other's name. */
async function onTabMessage(message: TabMessage, oid: string): Promise<void> {
  if (message.type === 'leaving') await flushLeaveGuards();
  if (message.type === 'signed-out') {
    forgetMsal();
    window.location.replace(paths.signedOut);
  }
  if (message.type === 'signed-in' && message.oid !== oid) {
    forgetMsal();
    if (!hasLeaveGuards()) window.location.reload();
  }
}
