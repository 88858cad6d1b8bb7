/** What a request asks for. */
export interface Target {
  /** As it stood in the request line, without the query. */
  readonly path: string;
  /** The path's segments, decoded. Routing and access both go by these, so they can't disagree. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
}

/** Parses a request target; undefined for one that isn't a path or doesn't decode. */
export function parseTarget(url: string | undefined): Target | undefined {
  if (!url?.startsWith('/')) return undefined;
  const end = url.indexOf('?');
  const path = end === -1 ? url : url.slice(0, end);
  const segments = decodeSegments(path);
  return segments && { path, segments, query: new URLSearchParams(url.slice(path.length)) };
}

function decodeSegments(path: string): string[] | undefined {
  try {
    return path.slice(1).split('/').map(decodeURIComponent);
  } catch {
    return undefined; // a stray % or bytes that aren't UTF-8
  }
}
