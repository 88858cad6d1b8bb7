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
  const headerEnd = text.indexOf('.');
  const payloadEnd = text.indexOf('.', headerEnd + 1);
  const hasThreeParts = headerEnd > 0 && payloadEnd > headerEnd + 1;
  if (!hasThreeParts || !isBase64Url(text.slice(payloadEnd + 1)))
    return { kind: 'malformed', text };
  const header = parseJsonObject(text.slice(0, headerEnd));
  const claims = header && parseJsonObject(text.slice(headerEnd + 1, payloadEnd));
  return claims ? { kind: 'jwt', text, header, claims } : { kind: 'malformed', text };
}

function parseJsonObject(part: string): JsonObject | undefined {
  if (!isBase64Url(part)) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isJsonObject(value) ? value : undefined;
  } catch {
    // Not JSON: malformed, which is an expected state of an outsider's input.
    return undefined;
  }
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const ALPHABET = /^[\w-]*$/;

/**
 * Whether a text is the one base64url spelling of some bytes. Node's decoder skips what it does not
 * know, ignores the bits that the last character has too many, and takes a character too many.
 */
function isBase64Url(part: string): boolean {
  if (!ALPHABET.test(part)) return false;
  switch (part.length % 4) {
    case 0:
      return true;
    case 2:
      return 'AQgw'.includes(part.charAt(part.length - 1));
    case 3:
      return 'AEIMQUYcgkosw048'.includes(part.charAt(part.length - 1));
    default:
      return false;
  }
}
