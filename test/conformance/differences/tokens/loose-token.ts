type Json = Readonly<Record<string, unknown>>;

/** A token as a lenient reader takes it. */
export interface LooseToken {
  readonly text: string;
  readonly header: Json;
  /** Any JSON value. */
  readonly claims: unknown;
}

/** Reads a token as the vendor does: padding and a byte order mark don't matter, nor does a type. */
export function readLoosely(text: string): LooseToken | undefined {
  const [header, claims, , ...rest] = text.split('.');
  if (header === undefined || claims === undefined || text.split('.').length !== 3)
    return undefined;
  if (rest.length > 0) return undefined;
  const head = parsed(header);
  if (!isJson(head)) return undefined;
  const value = parsed(claims);
  return value === undefined ? undefined : { text, header: head, claims: value };
}

/** Its claims, where they are an object. */
export function claimsOf({ claims }: LooseToken): Json {
  return isJson(claims) ? claims : {};
}

/** Whether a strict reader takes it too: RFC 7515, section 2, and claims that are an object. */
export function isStrict({ text, claims }: LooseToken): boolean {
  const [, payload = ''] = text.split('.');
  const isMarked = Buffer.from(payload, 'base64url').toString('utf8').startsWith('\uFEFF');
  return isJson(claims) && !isMarked && /^[\w.-]+$/.test(text);
}

function parsed(part: string): unknown {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(Buffer.from(part, 'base64url')));
    return value;
  } catch {
    // No token, for either reader.
    return undefined;
  }
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
