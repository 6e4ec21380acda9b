import { Challenge } from '@/components/shell/challenge';
import { SkeletonRows } from '@/components/ui/skeleton';
import type { PortalError } from '@/lib/portal-error';

/** A list of requests while its first page is read. */
export function ListWaiting({ title, intro }: { title: string; intro: string }) {
  return (
    <>
      <header>
        <h1>{title}</h1>
        <p className="mut">{intro}</p>
      </header>
      <SkeletonRows count={6} />
    </>
  );
}

/** The same where it could not be read. `notHere`: what is missing, in words. */
export function ListUnread({ title, error, notHere }: { title: string; error: PortalError; notHere: string }) {
  return (
    <>
      <h1 className="vh">{title}</h1>
      <Challenge error={error} what={notHere} />
    </>
  );
}
