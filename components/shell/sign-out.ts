import { forgetMsal } from './identity/forget-msal';
import { forgetInteraction } from './identity/interaction';
import { currentIdentity } from './identity/current';
import { forgetResumeNote } from './identity/resume-note';
import { deleteSession } from './identity/session-calls';
import { tellTabs } from './identity/tabs';
import { flushLeaveGuards } from './leave-guard';
import { forgetWatched } from './notices/kept';
import { paths } from '@/lib/paths';

/** Other tabs get this long to save what is open in them. */
const OTHERS_SAVE_MS = 400;

/**
 * Sign-out: what is open is saved, the session ends at the portal, all tabs are told, MSAL's cache goes, and the authority is asked
 * to end its own session too. Leaves the page.
 */
export async function signOut(): Promise<void> {
  const viewer = currentIdentity();
  tellTabs({ type: 'leaving' });
  await Promise.all([flushLeaveGuards(), new Promise((done) => setTimeout(done, OTHERS_SAVE_MS))]);
  forgetInteraction();
  forgetResumeNote();
  if (viewer) forgetWatched(viewer.oid);
  await deleteSession().catch(() => {});
  tellTabs({ type: 'signed-out' });
  try {
    const { leaveAuthority } = await import('./identity/msal');
    await leaveAuthority(viewer);
  } catch {
    forgetMsal();
    window.location.replace(paths.signedOut);
  }
}
