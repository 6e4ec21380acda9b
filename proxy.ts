import { NextResponse, type NextRequest } from 'next/server';
import { PATH_HEADER } from '@/lib/auth/path-header';
import { bridgePolicy, newNonce, pagePolicy, securityHeaders } from '@/lib/auth/security-headers';
import { config as settings } from '@/lib/config';
import { paths } from '@/lib/paths';

/** Content security policy, security headers and the page's own path. Nothing about rights is decided here (design: who may do what). */
export function proxy(request: NextRequest): NextResponse {
  const { authority, secure } = settings();
  const { pathname, searchParams } = request.nextUrl;
  const nonce = newNonce();
  const csp =
    pathname === paths.authRedirect ? bridgePolicy() : pagePolicy(nonce, new URL(authority).origin, process.env.NODE_ENV === 'development');

  const headers = new Headers(request.headers);
  headers.set('content-security-policy', csp);
  headers.set('x-nonce', nonce);
  const query = new URLSearchParams(searchParams);
  query.delete('_rsc');
  headers.set(PATH_HEADER, pathname + (query.size > 0 ? `?${query}` : ''));

  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', csp);
  for (const [name, value] of Object.entries(securityHeaders({ secure }))) response.headers.set(name, value);
  return response;
}

export const config = { matcher: ['/((?!_next/static|_next/image).*)'] };
