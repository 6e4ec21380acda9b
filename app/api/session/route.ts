import { signIn, renew, signOut, whoIsSignedIn } from '@/lib/auth/session-endpoint';

export const dynamic = 'force-dynamic';

/** Who is signed in. */
export const GET = () => whoIsSignedIn();
/** Sign-in: a token for the portal's API becomes a session. */
export const POST = (request: Request) => signIn(request);
/** Renewal of the running session, for the same person only. */
export const PUT = (request: Request) => renew(request);
/** Sign-out. */
export const DELETE = (request: Request) => signOut(request);
