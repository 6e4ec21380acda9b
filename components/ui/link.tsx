import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/** A link inside the portal. Nothing is fetched ahead: every page is one person's and costs Graph calls. */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
