'use client';

import { useEffect, useRef, type RefObject } from 'react';

/** Ctrl/Cmd-Enter anywhere in the form sends it, as its button does. */
export function useSubmitKeys(): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const node = form.current;
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      node?.requestSubmit();
    };
    node?.addEventListener('keydown', pressed);
    return () => node?.removeEventListener('keydown', pressed);
  }, []);
  return form;
}
