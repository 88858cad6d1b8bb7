import type { Scenario } from '../generate/scenario.js';

/** Header and claims of every JWT in a scenario, for people to read. */
export function decodedTokens(scenario: Scenario): unknown[] {
  const text = JSON.stringify([scenario.request, scenario.api]);
  const tokens = new Set(text.match(/ey[\w-]+\.[\w-]+\.[\w-]*/g) ?? []);
  return [...tokens].map((token) => {
    const [header = '', claims = ''] = token.split('.');
    return { token: token.slice(-12), header: decoded(header), claims: decoded(claims) };
  });
}

function decoded(part: string): unknown {
  const text = Buffer.from(part, 'base64url').toString('utf8');
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    // Shown as it is: it is only to be read.
    return text;
  }
}
