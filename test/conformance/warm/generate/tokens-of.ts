import type { ScenarioApi, ScenarioRequest } from '../../generate/scenario.js';

/** Each JWT that a request or the answers about it hold, once. */
export function tokensOf(...places: readonly (ScenarioApi | ScenarioRequest)[]): string[] {
  const text = JSON.stringify(places);
  return [...new Set(text.match(/ey[\w-]+\.[\w-]+\.[\w-]*/g) ?? [])];
}

/** The claims of a token; none where it has none. */
export function claimsOf(token: string): Readonly<Record<string, unknown>> {
  const text = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
  try {
    const claims: unknown = JSON.parse(text);
    return typeof claims === 'object' && claims !== null ? { ...claims } : {};
  } catch {
    // Not JSON, on purpose: it has no claims then.
    return {};
  }
}

/** The request with something else wherever the token stands. */
export function replaced(
  request: ScenarioRequest,
  token: string,
  replacement: string,
): ScenarioRequest {
  const headers = Object.entries(request.headers).map(([name, value]) => [
    name,
    value.replaceAll(token, () => replacement),
  ]);
  return {
    ...request,
    target: request.target.replaceAll(token, () => encodeURIComponent(replacement)),
    headers: Object.fromEntries(headers),
  };
}
