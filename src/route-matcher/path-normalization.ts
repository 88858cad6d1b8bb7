/** `//host/admin` → `/admin`, as it reads when resolved against a URL. */
export function dropHost(path: string): string {
  return path.replace(/^[/\\]{2,}[^/\\]*/, '') || '/';
}

/** `//admin` → `/admin`. */
export function collapseSlashes(path: string): string {
  return path.replace(/\/{2,}/g, '/');
}

/** `\admin` → `/admin`, as URLs and Windows read it. */
export function turnBackslashes(path: string): string {
  return path.replaceAll('\\', '/');
}

/** `/admin;v=1/x` → `/admin/x`: parameters of one segment. */
export function dropMatrixParameters(path: string): string {
  return path.replace(/;[^/]*/g, '');
}

/** `/admin;v=1/x` → `/admin`, as Fastify's `useSemicolonDelimiter` reads it. */
export function cutAtSemicolon(path: string): string {
  return path.split(';', 1)[0] || '/';
}

/** `/admin/` → `/admin`, as Express and Fastify's `ignoreTrailingSlash` read it. */
export function dropLastSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

/**
 * `/open/../admin` → `/admin`; encoded dots count, as in URLs. An empty segment is one to go back
 * over: that is how URLs are read, while file systems collapse slashes first.
 */
export function resolveDots(path: string): string {
  if (!/\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path)) return path;
  const kept: string[] = [];
  const segments = path.split('/').slice(1);
  segments.forEach((segment, index) => {
    const dots = segment.replace(/%2e/gi, '.');
    if (dots === '..') kept.pop();
    if (dots !== '..' && dots !== '.') kept.push(segment);
    else if (index === segments.length - 1) kept.push('');
  });
  return `/${kept.join('/')}`;
}

/**
 * Letters that stand for others (full-width ones, ligatures, the Kelvin sign) as the others: file
 * systems and routers that ignore case may do so.
 */
export function replaceCompatible(path: string): string {
  // oxlint-disable-next-line no-control-regex -- ASCII is what needs no look
  return /[^\0-\x7f]/.test(path) ? path.normalize('NFKC') : path;
}
