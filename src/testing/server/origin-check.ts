import { text } from './reply.js';
import type { Reply } from './reply.js';

const HOSTS = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The 403 for a form that another site sends (cross-site request forgery): it would sign the
 * browser in as whom that site likes. Browsers name the site in `Origin`; curl sends none.
 *
 * @param own `http://localhost:<port>`
 */
export function refuseForeignForm(origin: string | undefined, own: string): Reply | undefined {
  if (origin === undefined || ownOrigins(own).includes(origin)) return undefined;
  return text(403, 'The local Clerk instance takes forms from its own pages only.\n');
}

function ownOrigins(own: string): string[] {
  return HOSTS.map((host) => own.replace('localhost', host));
}
