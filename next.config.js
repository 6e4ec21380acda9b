import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  // Messages are compiled when the portal is built: no page carries the compiler (11 KB).
  experimental: { messages: { path: './lib/i18n/messages', format: 'json', locales: 'infer', sourceLocale: 'en', precompile: true } },
});

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR || '.next',
  typedRoutes: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types of everything first; who only wants to start the portal need not wait for it.
  typescript: { ignoreBuildErrors: process.env.TYPES_CHECKED_APART === '1' },
  devIndicators: false,
  serverExternalPackages: ['pino', 'pg', '@azure/msal-node'],
  // Pictures are served as they are: an optimizer that anybody may call is a door that nobody needs.
  images: { unoptimized: true },
  // What comes before the guard holds no more of a body than an action may have.
  experimental: { proxyClientMaxBodySize: '1mb' },
  // Everything else gets its headers from proxy.ts, which does not run for these.
  headers: async () => [
    {
      source: '/_next/static/:path*',
      headers: [
        { key: 'x-content-type-options', value: 'nosniff' },
        { key: 'cross-origin-resource-policy', value: 'same-origin' },
      ],
    },
  ],
};

export default withNextIntl(config);
