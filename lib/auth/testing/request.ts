import { vi } from 'vitest';

/** What `next/headers` answers in a unit test: the browser's headers and its cookie jar. */
export const browser = { headers: new Headers(), jar: new Map<string, string>() };

/** For `vi.mock('next/headers', nextHeaders)`. */
export const nextHeaders = () => ({
  headers: async () => browser.headers,
  cookies: async () => ({
    get: (name: string) => (browser.jar.has(name) ? { name, value: browser.jar.get(name) } : undefined),
    set: (name: string, value: string) => (value === '' ? browser.jar.delete(name) : browser.jar.set(name, value)),
  }),
});

/** For `vi.mock('react', …)`: outside a server render nothing is remembered between calls. */
export const reactCache = async () => ({ ...(await vi.importActual<object>('react')), cache: (fn: unknown) => fn });
