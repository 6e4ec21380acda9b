import type { ServerResponse } from 'node:http';
import type { Incoming } from './incoming.ts';
import type { Outcome } from './pipeline.ts';

const JSON_TYPE = 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

/** What goes over the wire after the faults that spoil an answer have had their way. */
export interface WireReply {
  status: number;
  /** Names as given by the step that set them; `content-type` in lower case. */
  headers: Record<string, string>;
  body: unknown;
  /** Set when the body is not JSON any more. */
  text?: string;
}

/** Applies `truncated`, `html` and `empty` (sandbox-control, "Faults"); everything else passes as it is. */
export function wireBody({ reply, fault }: Outcome): WireReply {
  switch (fault?.kind) {
    case 'truncated': {
      const whole = JSON.stringify(reply.body ?? {});
      return { status: 200, headers: {}, body: undefined, text: whole.slice(0, Math.ceil(whole.length / 2)) };
    }
    case 'html':
      return {
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: undefined,
        text: '<!doctype html><title>Gateway</title><p>Try again later.</p>',
      };
    case 'empty':
      return { status: 200, headers: {}, body: undefined };
    default:
      return reply;
  }
}

/** Writes the answer with the headers every Graph answer carries (contract §1.2). `now` is UTC ms on the partition's clock. */
export function send(response: ServerResponse, incoming: Incoming, outcome: Outcome, now: number): void {
  const { status, headers, body, text } = wireBody(outcome);
  const payload = text ?? (body === undefined ? '' : typeof body === 'number' ? String(body) : JSON.stringify(body));
  response.statusCode = status;
  response.setHeader('Date', new Date(now).toUTCString());
  response.setHeader('request-id', incoming.requestId);
  response.setHeader('client-request-id', incoming.clientRequestId ?? incoming.requestId);
  response.setHeader(
    'x-ms-ags-diagnostic',
    '{"ServerInfo":{"DataCenter":"Sandbox","Slice":"E","Ring":"1","ScaleUnit":"000","RoleInstance":"SANDBOX00"}}',
  );
  response.setHeader('OData-Version', '4.0');
  response.setHeader('Cache-Control', 'no-cache');
  if (payload !== '') response.setHeader('Content-Type', JSON_TYPE);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('Content-Length', status === 204 ? 0 : Buffer.byteLength(payload));
  if (status === 204) response.removeHeader('Content-Length');
  response.end(payload === '' ? undefined : payload);
}
