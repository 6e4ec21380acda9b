import type { Context, Middleware, MiddlewareOptions } from '@microsoft/microsoft-graph-client';

/** The root graph-client is shown. It attaches the token to https addresses of Graph only, so a local root is swapped in at the end. */
export const CANONICAL_ROOT = 'https://graph.microsoft.com';

/** The whole canonical address of a call: graph-client would take a link's query apart and put it together again (contract §1.5). */
export class WholeUrl implements MiddlewareOptions {
  readonly url: string;
  constructor(url: string) {
    this.url = url;
  }
}

/** Last link of the chain: canonical root → configured root, no redirects, nothing kept. */
export class RootTransport implements Middleware {
  readonly #root: string;
  readonly #fetch: typeof fetch;
  constructor(root: string, transport: typeof fetch) {
    this.#root = root;
    this.#fetch = transport;
  }

  async execute(context: Context): Promise<void> {
    const whole = context.middlewareControl?.getMiddlewareOptions(WholeUrl);
    const url = whole instanceof WholeUrl ? whole.url : '';
    if (!url.startsWith(`${CANONICAL_ROOT}/`)) throw new Error('A Graph call without its address');
    const headers = new Headers(context.options?.headers as Record<string, string> | undefined);
    if (context.options?.body === undefined) headers.delete('content-type');
    const options: RequestInit = { ...context.options, headers, redirect: 'manual', cache: 'no-store' };
    context.response = await this.#fetch(this.#root + url.slice(CANONICAL_ROOT.length), options);
  }
}
