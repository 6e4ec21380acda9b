'use client';

import { useState } from 'react';

/**
 * Hands this document's nonce to React Aria, which makes style elements. It stays the first one: the policy of a document never changes,
 * while a refresh of the page's data brings the nonce of another answer.
 */
export function NonceMeta({ nonce }: { nonce: string }) {
  const [first] = useState(nonce);
  return <meta property="csp-nonce" content={first} nonce={first} />;
}
