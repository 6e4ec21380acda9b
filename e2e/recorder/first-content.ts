import { get } from 'node:http';
import type { RecordedCall } from './graph-proxy';

/** Reads a page as a browser would and tells when its first content was there to paint (ms of this machine). */
export function firstContent(url: string, cookie: string, content: RegExp): Promise<{ asked: number; painted: number; html: string }> {
  return new Promise((resolve, reject) => {
    const asked = performance.now();
    let painted: number | null = null;
    let html = '';
    get(url, { headers: { cookie, accept: 'text/html', 'accept-language': 'en-GB' } }, (answer) => {
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        html += chunk;
        if (painted === null && content.test(seen(html))) painted = performance.now();
      });
      answer.on('error', reject);
      answer.on('end', () => {
        if (painted === null) reject(new Error(`${url} answered ${answer.statusCode} and never showed ${content}`));
        else resolve({ asked, painted, html });
      });
    }).on('error', reject);
  });
}

/** The markup without what scripts carry along: that is data, nothing a person sees. */
function seen(html: string): string {
  return html.replace(/<script\b[^>]*>[\s\S]*?(<\/script>|$)/g, '');
}

/** The longest chain of calls of which each began after the one before had been answered, among those answered by `until`. */
export function roundTrips(calls: readonly RecordedCall[], until = Infinity): number {
  const spans = calls
    .flatMap(({ started, ended }) => (ended !== null && ended <= until ? [{ started, ended }] : []))
    .toSorted((one, other) => one.started - other.started);
  const depths: number[] = [];
  for (const { started } of spans) {
    const before = spans.slice(0, depths.length).map((earlier, index) => (earlier.ended <= started ? (depths[index] ?? 0) : 0));
    depths.push(1 + Math.max(0, ...before));
  }
  return Math.max(0, ...depths);
}
