/** A JSON object whose members are yet to be looked at. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A compact JWS, decoded but not verified: nothing in it can be relied on yet. */
export interface DecodedToken {
  readonly kind: 'jwt';
  /** The token as it came. */
  readonly text: string;
  readonly header: JsonObject;
  readonly claims: JsonObject;
}

/** Something in a token's place that is not a compact JWS. */
export interface MalformedToken {
  readonly kind: 'malformed';
  readonly text: string;
}

/** A token as a request carries it. Each is decoded once, here, and never parsed again. */
export type Token = DecodedToken | MalformedToken;

/**
 * Decodes a compact JWS strictly: three parts, each canonical unpadded base64url (RFC 7515,
 * section 2), the first two JSON objects. A lenient decoder would take several spellings of one
 * signature for the same token.
 */
export function decodeToken(text: string): Token {
  const parts = text.split('.');
  const [header, payload, signature] = parts;
  if (parts.length !== 3 || !header || !payload || signature === undefined) return malformed(text);
  if (!decodeBase64Url(signature)) return malformed(text);
  const headerObject = parseJsonObject(header);
  const claims = parseJsonObject(payload);
  if (!headerObject || !claims) return malformed(text);
  return { kind: 'jwt', text, header: headerObject, claims };
}

function malformed(text: string): MalformedToken {
  return { kind: 'malformed', text };
}

function parseJsonObject(part: string): JsonObject | undefined {
  const bytes = decodeBase64Url(part);
  if (!bytes) return undefined;
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return isJsonObject(value) ? value : undefined;
  } catch {
    // Not JSON: malformed, which is an expected state of an outsider's input.
    return undefined;
  }
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Node's decoder skips what it does not know; encoding again shows whether it skipped anything. */
function decodeBase64Url(part: string): Buffer | undefined {
  const bytes = Buffer.from(part, 'base64url');
  return bytes.toString('base64url') === part ? bytes : undefined;
}
