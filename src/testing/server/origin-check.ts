import { text } from './reply.js';
import type { Reply } from './reply.js';
import type { ServerContext } from './route.js';

const HOSTS = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The 403 for a form that another site sends (cross-site request forgery): it would sign the
 * browser in as whom that site likes. Browsers name the site in `Origin`; curl sends none. Behind a
 * proxy the pages are on the proxy's origin, and on no other.
 */
export function refuseForeignForm(
  origin: string | undefined,
  { origin: own, proxyUrl }: Pick<ServerContext, 'origin' | 'proxyUrl'>,
): Reply | undefined {
  const allowed = proxyUrl ? [proxyUrl.origin] : ownOrigins(own);
  if (origin === undefined || allowed.includes(origin)) return undefined;
  return text(403, 'The local Clerk instance takes forms from its own pages only.\n');
}

function ownOrigins(own: string): string[] {
  return HOSTS.map((host) => own.replace('localhost', host));
}
