import { z } from '@/lib/zod';
import { certificateCredential, type ClientCredential } from './credential';
import { durationMs } from './duration';
import { SANDBOX, sandboxDefaults } from './sandbox-defaults';

/** All settings of the portal, checked (design §8). Urls have no slash at the end. */
export interface Config {
  /** `sandbox` when no ENTRA_TENANT_ID is set. */
  mode: 'sandbox' | 'entra';
  port: number;
  /** Public origin, e.g. `https://access.contoso.com`. */
  origin: string;
  /** https: cookies are Secure and carry the __Host- prefix. */
  secure: boolean;
  /** Graph root without version. */
  graphRoot: string;
  /** Authority including the tenant. */
  authority: string;
  tenantId: string;
  clientId: string;
  /** The one scope the browser asks for. */
  apiScope: string;
  credential: ClientCredential;
  requireAdminRole: boolean;
  /** PostgreSQL; null means SQLite in `dataDir`. */
  databaseUrl: string | null;
  dataDir: string;
  /** The first encrypts, all decrypt. */
  sessionSecrets: string[];
  sessionIdleMs: number;
  sessionMaxMs: number;
  trustedProxyHops: number;
  logLevel: string;
  metricsToken: string | null;
  /** Sandbox only: a file of compiled messages for layout tests, shown to a browser whose language cookie is `en-XA`. */
  probeMessages: string | null;
}

/** Every fault of the settings, in one error. */
export class ConfigError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The settings are wrong:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

type Env = Readonly<Record<string, string | undefined>>;

const duration = (name: string) =>
  z.string().transform((text, context) => {
    const ms = durationMs(text);
    if (ms !== null) return ms;
    context.addIssue({ code: 'custom', message: `${name} must be an ISO 8601 duration such as PT8H` });
    return z.NEVER;
  });

const plain = z.object({
  PORT: z.coerce
    .number('PORT must be a number')
    .int('PORT must be a whole number')
    .min(1, 'PORT must be 1 to 65535')
    .max(65535, 'PORT must be 1 to 65535')
    .default(3000),
  REQUIRE_ADMIN_ROLE: z.enum(['true', 'false'], 'REQUIRE_ADMIN_ROLE must be true or false').default('false'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must begin with postgres://')
    .optional(),
  DATA_DIR: z.string().default('.data'),
  SESSION_IDLE: duration('SESSION_IDLE').default(8 * 3_600_000),
  SESSION_MAX: duration('SESSION_MAX').default(12 * 3_600_000),
  TRUSTED_PROXY_HOPS: z.coerce
    .number('TRUSTED_PROXY_HOPS must be a number')
    .int('TRUSTED_PROXY_HOPS must be a whole number')
    .min(0, 'TRUSTED_PROXY_HOPS must not be negative')
    .default(0),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent',
    )
    .default('info'),
  METRICS_TOKEN: z.string().min(16, 'METRICS_TOKEN must have at least 16 characters').optional(),
});

/** Reads and checks the settings. Throws ConfigError with all faults. `sessionSecrets` is empty only in sandbox mode (one is generated). */
export function readConfig(environment: Env): Config {
  const env: Env = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const faults: string[] = [];
  const parsed = plain.safeParse(env);
  if (!parsed.success) faults.push(...parsed.error.issues.map((issue) => issue.message));
  const port = parsed.data?.PORT ?? 3000;
  const sandboxed = env.ENTRA_TENANT_ID === undefined;

  const origin = originOf(env.PORTAL_ORIGIN ?? `http://localhost:${port}`, faults);
  const identity = sandboxed ? sandboxIdentity(env, faults) : entraIdentity(env, faults);
  const sessionSecrets = secrets(env, sandboxed, faults);
  if (parsed.data && parsed.data.SESSION_IDLE > parsed.data.SESSION_MAX) faults.push('SESSION_IDLE must not be longer than SESSION_MAX');
  if (faults.length > 0 || !parsed.success || !identity.credential) throw new ConfigError(faults);

  return {
    mode: sandboxed ? 'sandbox' : 'entra',
    port,
    origin,
    secure: origin.startsWith('https:'),
    ...identity,
    credential: identity.credential,
    requireAdminRole: parsed.data.REQUIRE_ADMIN_ROLE === 'true',
    databaseUrl: parsed.data.DATABASE_URL ?? null,
    dataDir: parsed.data.DATA_DIR,
    sessionSecrets,
    sessionIdleMs: parsed.data.SESSION_IDLE,
    sessionMaxMs: parsed.data.SESSION_MAX,
    trustedProxyHops: parsed.data.TRUSTED_PROXY_HOPS,
    logLevel: parsed.data.LOG_LEVEL,
    metricsToken: parsed.data.METRICS_TOKEN ?? null,
    probeMessages: sandboxed ? (env.SANDBOX_MESSAGES ?? null) : null,
  };
}

interface Identity {
  graphRoot: string;
  authority: string;
  tenantId: string;
  clientId: string;
  apiScope: string;
  credential: ClientCredential | null;
}

/** A proxy may stand in front of the sandbox; any other Entra setting alone is a configuration somebody did not finish. */
function sandboxIdentity(env: Env, faults: string[]): Identity {
  const half = ['ENTRA_CLIENT_ID', 'ENTRA_API_SCOPE', 'ENTRA_CLIENT_SECRET', 'ENTRA_CLIENT_CERTIFICATE'].filter(
    (name) => env[name] !== undefined,
  );
  if (half.length > 0) {
    const missing = ['ENTRA_TENANT_ID'];
    if (!env.ENTRA_CLIENT_ID) missing.push('ENTRA_CLIENT_ID');
    if (!env.ENTRA_CLIENT_SECRET && !env.ENTRA_CLIENT_CERTIFICATE) missing.push('ENTRA_CLIENT_SECRET or ENTRA_CLIENT_CERTIFICATE');
    if (!env.SESSION_SECRET) missing.push('SESSION_SECRET');
    faults.push(`${half.join(', ')} without ENTRA_TENANT_ID: a half-filled configuration. Missing: ${missing.join(', ')}`);
  }
  const sandbox = sandboxDefaults(env.SANDBOX_PORT, faults);
  return {
    graphRoot: urlOf('GRAPH_ROOT', env.GRAPH_ROOT ?? sandbox.graphRoot, faults),
    authority: urlOf('ENTRA_AUTHORITY', env.ENTRA_AUTHORITY ?? sandbox.authority, faults),
    tenantId: SANDBOX.tenantId,
    clientId: SANDBOX.clientId,
    apiScope: `api://${SANDBOX.clientId}/access_as_user`,
    credential: { secret: SANDBOX.clientSecret },
  };
}

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function entraIdentity(env: Env, faults: string[]): Identity {
  const tenantId = (env.ENTRA_TENANT_ID ?? '').toLowerCase();
  const clientId = (env.ENTRA_CLIENT_ID ?? '').toLowerCase();
  if (!GUID.test(tenantId)) faults.push('ENTRA_TENANT_ID must be the id (a GUID) of the one tenant');
  if (tenantId === SANDBOX.tenantId) faults.push('ENTRA_TENANT_ID is the sandbox’s own: leave it out for the sandbox');
  if (env.ENTRA_CLIENT_ID === undefined) faults.push('ENTRA_CLIENT_ID is missing');
  else if (!GUID.test(clientId)) faults.push('ENTRA_CLIENT_ID must be the id (a GUID) of the app registration');
  for (const name of Object.keys(env).filter((key) => key.startsWith('SANDBOX_')))
    faults.push(`${name} is a sandbox setting: not allowed with ENTRA_TENANT_ID`);
  const graphRoot = urlOf('GRAPH_ROOT', env.GRAPH_ROOT ?? 'https://graph.microsoft.com', faults);
  const authority = urlOf('ENTRA_AUTHORITY', env.ENTRA_AUTHORITY ?? `https://login.microsoftonline.com/${tenantId}`, faults);
  for (const [name, url] of [
    ['GRAPH_ROOT', graphRoot],
    ['ENTRA_AUTHORITY', authority],
  ] as const) {
    if (url.startsWith('http:')) faults.push(`${name} must be https with ENTRA_TENANT_ID`);
  }
  if (!authority.toLowerCase().endsWith(`/${tenantId}`)) faults.push('ENTRA_AUTHORITY must end with the tenant’s id');
  const apiScope = env.ENTRA_API_SCOPE ?? `api://${clientId}/access_as_user`;
  if (!apiScope.includes('/') || apiScope.endsWith('/.default'))
    faults.push('ENTRA_API_SCOPE must be a scope such as api://<client id>/access_as_user, never .default');
  return { graphRoot, authority, tenantId, clientId, apiScope, credential: credential(env, faults) };
}

function credential(env: Env, faults: string[]): ClientCredential | null {
  const { ENTRA_CLIENT_SECRET: secret, ENTRA_CLIENT_CERTIFICATE: certificate } = env;
  if (secret && certificate) faults.push('ENTRA_CLIENT_SECRET and ENTRA_CLIENT_CERTIFICATE are both set: choose one');
  else if (!secret && !certificate) faults.push('ENTRA_CLIENT_SECRET or ENTRA_CLIENT_CERTIFICATE is missing');
  if (secret) return { secret };
  try {
    return certificate ? certificateCredential(certificate) : null;
  } catch (error) {
    faults.push(`ENTRA_CLIENT_CERTIFICATE ${error instanceof Error ? error.message : 'cannot be read'}`);
    return null;
  }
}

function secrets(env: Env, sandboxed: boolean, faults: string[]): string[] {
  const list = (env.SESSION_SECRET ?? '')
    .split(',')
    .map((secret) => secret.trim())
    .filter(Boolean);
  if (list.length === 0 && !sandboxed)
    faults.push('SESSION_SECRET is missing: one or more secrets of at least 32 bytes, separated by commas');
  if (list.some((secret) => Buffer.byteLength(secret) < 32)) faults.push('SESSION_SECRET: every secret needs at least 32 bytes');
  return list;
}

function originOf(text: string, faults: string[]): string {
  const url = URL.parse(text);
  if (!url || url.origin === 'null' || url.pathname !== '/' || url.search || url.hash) {
    faults.push('PORTAL_ORIGIN must be an origin such as https://access.contoso.com');
    return '';
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && url.hostname === 'localhost'))
    faults.push('PORTAL_ORIGIN must be https, or http for localhost');
  return url.origin;
}

function urlOf(name: string, text: string, faults: string[]): string {
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username) return url.href.replace(/\/+$/, '');
  faults.push(`${name} must be an http or https address`);
  return '';
}
