import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { config } from '@/lib/config';
import { macKey } from '@/lib/store/sealing';

/** The tag that pages of this session and person carry. */
export function viewerTag(sessionId: string, oid: string): string {
  const [secret = ''] = config().sessionSecrets;
  return tag(secret, sessionId, oid);
}

/** Whether a page's tag is this session's and person's, under any secret of the list. */
export function isViewerTag(presented: string, sessionId: string, oid: string): boolean {
  const given = Buffer.from(presented);
  return config().sessionSecrets.some((secret) => {
    const wanted = Buffer.from(tag(secret, sessionId, oid));
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}

function tag(secret: string, sessionId: string, oid: string): string {
  return createHmac('sha256', macKey(secret, 'viewer-tag')).update(`${sessionId} ${oid}`).digest('base64url').slice(0, 32);
}
