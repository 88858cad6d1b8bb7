/** A text that no error may show. */
export interface Secret {
  /** The text. */
  readonly text: string;
  /**
   * What is cut out: every occurrence, or, of a short one, those that stand alone. Cutting `123456`
   * out of the middle of an id would spoil the id, and hide nothing.
   */
  readonly where: 'everywhere' | 'alone';
}

/** How long a secret is at least that is cut out wherever it stands, in characters. */
export const LONG = 8;

/**
 * A secret with the forms in which the other side may echo it: as it is, in a URL, in a form, in JSON.
 *
 * @param text The secret.
 * @param shortest How many characters it has at least. Cutting out one like `e`, which whoever made
 * the request may have sent, would spoil the words and codes of the API, and hide nothing.
 */
export function secretForms(text: string, shortest: number = LONG): Secret[] {
  if (text.length < shortest) return [];
  const where = text.length < LONG ? 'alone' : 'everywhere';
  return [...new Set(formsOf(text))].map((form) => ({ text: form, where }));
}

function formsOf(text: string): readonly string[] {
  if (/^[\w.-]*$/.test(text)) return [text];
  const inForm = new URLSearchParams([['', text]]).toString().slice(1);
  const encoded = [inForm, inForm.replaceAll('+', '%20'), encodeComponent(text)];
  const inLowerCase = encoded.map((form) => form.replace(/%../g, (hex) => hex.toLowerCase()));
  return [text, JSON.stringify(text).slice(1, -1), ...encoded, ...inLowerCase];
}

function encodeComponent(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    // Half of a surrogate pair has no encoding.
    return text;
  }
}
