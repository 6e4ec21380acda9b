/** Path and query of the page asked for. proxy.ts sets it on every request, whatever the browser sent under this name. */
export const PATH_HEADER = 'x-portal-path';
