/**
 * Reads a flag of the environment: `true` and `false` in any case, or a number, of which 0 means
 * false. Anything else comes back as it is, for the option's check to refuse.
 */
export function readFlag(text: string): boolean | string {
  if (/^true$/i.test(text)) return true;
  if (/^false$/i.test(text)) return false;
  return /^\d+$/.test(text) ? Number(text) > 0 : text;
}
