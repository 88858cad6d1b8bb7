import { applyDecorators, Header } from '@nestjs/common';

/** The headers of every page. */
export const PAGE_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:', // the empty icon
    "connect-src 'self'", // the API, for whoever tries `fetch` in the console
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  // Forms send their origin; other sites learn nothing.
  'Referrer-Policy': 'same-origin',
  // The pages say who is looking at them.
  'Cache-Control': 'private, no-store',
} as const;

/** For handlers that answer a page. */
export const HtmlPage = () =>
  applyDecorators(...Object.entries(PAGE_HEADERS).map(([name, value]) => Header(name, value)));
