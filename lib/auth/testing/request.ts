/** What `next/headers` answers in a unit test: the browser's headers and its cookie jar. */
export const browser = { headers: new Headers(), jar: new Map<string, string>() };

/** For `vi.mock('next/headers', …)`. */
export const nextHeaders = () => ({
  headers: async () => browser.headers,
  cookies: async () => ({
    get: (name: string) => (browser.jar.has(name) ? { name, value: browser.jar.get(name) } : undefined),
    set: (name: string, value: string) => (value === '' ? browser.jar.delete(name) : browser.jar.set(name, value)),
  }),
});
