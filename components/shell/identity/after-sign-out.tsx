'use client';

import { useEffect } from 'react';
import { forgetMsal } from './forget-msal';

/** Clears what this tab still holds, and the authority's `?state=` from the address. */
export function AfterSignOut() {
  useEffect(() => {
    forgetMsal();
    window.history.replaceState(window.history.state, '', window.location.pathname);
  }, []);
  return null;
}
