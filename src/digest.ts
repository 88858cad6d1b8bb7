import { hash } from 'node:crypto';

/**
 * What stands for a text that is not to be found in memory: its SHA-256 digest, in base64. From a
 * long random text such as a token nobody gets back to the text.
 */
export function digestOf(text: string): string {
  return hash('sha256', text, 'base64');
}
