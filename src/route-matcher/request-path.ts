import { readPublicUrl } from '../engine/facts/public-url.js';
import { nodeRequestOf, NodeRequestSource } from '../nest/http/node-request.js';
import { webRequestSource } from '../request/web-request-source.js';
import { decodePath } from './path-encoding.js';
import { collapseSlashes } from './path-normalization.js';
import { isPlainPath, pathOfTarget } from './target-path.js';

/**
 * The path that a request is for, as the vendor's matchers read it: that of its URL, so without dot
 * segments, decoded once, with doubled slashes collapsed.
 *
 * @param request What Express, Fastify or Node hand out, or a web `Request`.
 * @throws ClerkBadRequestException where the path is malformed, ClerkConfigurationError for what is
 * no request.
 */
export function requestPathOf(request: object): string {
  const path = isWebRequest(request)
    ? readPublicUrl(webRequestSource(request)).pathname
    : pathOfNodeRequest(request);
  return isPlainPath(path) ? path : collapseSlashes(decodePath(path));
}

function pathOfNodeRequest(request: object): string {
  const node = nodeRequestOf(request);
  const path = pathOfTarget(new NodeRequestSource(node).target);
  if (isPlainPath(path)) return path;
  // The dot keeps a path that starts with two slashes from being read as a host.
  return readPublicUrl(new NodeRequestSource(node, `/.${path}`)).pathname;
}

/** By shape, as another realm's is no instance. A header of Node's is never a function. */
function isWebRequest(request: object): request is Request {
  return 'url' in request && 'headers' in request && hasGetter(request.headers);
}

function hasGetter(headers: unknown): boolean {
  if (typeof headers !== 'object' || headers === null || !('get' in headers)) return false;
  return typeof headers.get === 'function';
}
