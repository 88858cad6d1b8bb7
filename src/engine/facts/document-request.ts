import type { RequestSource } from './request-source.js';

/**
 * Whether a browser asks for a page: a GET that says `document` or `iframe` in `Sec-Fetch-Dest`,
 * or, from browsers that don't send that header, one that would rather have HTML. Only such a
 * request is ever redirected; a script that followed a redirect would get a page for its data.
 */
export function isDocumentRequest(source: RequestSource): boolean {
  if (source.method !== 'GET') return false;
  const destination = source.header('sec-fetch-dest');
  if (destination) return destination === 'document' || destination === 'iframe';
  return source.header('accept')?.startsWith('text/html') ?? false;
}
