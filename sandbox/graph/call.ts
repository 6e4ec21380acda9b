import type { Caller } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { Options } from './odata/options.ts';

/** One Graph call on its way through the steps: what arrived, who called, and what the URL said. */
export interface Call {
  readonly tenant: Tenant;
  readonly caller: Caller;
  readonly method: string;
  /** `http://host/v1.0`, from the request's Host header. */
  readonly root: string;
  /** Path below the root as it came, still encoded; starts with a slash. */
  readonly rawPath: string;
  /** Query as it came, without the question mark. */
  readonly rawQuery: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyText: string;
  /** `Prefer: include-unknown-enum-members` (contract §1.3). */
  readonly includeUnknownMembers: boolean;
  /** Values of the route's placeholders and function parameters. */
  readonly params: Readonly<Record<string, string>>;
  readonly options: Options;
  readonly requestId: string;
  readonly clientRequestId: string;
}

/** What a call answers; the transport adds the common headers. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  /** undefined sends no body. */
  body: unknown;
}

/** The parameter of that name; the route guarantees that it is there. */
export function param(call: Call, name: string): string {
  return call.params[name] ?? '';
}
