import { ClerkError } from '../clerk-error.js';

/** A list that answers with the same page again and again, which would never end. */
export class RepeatedPageError extends ClerkError {
  readonly code = 'repeated_page';

  constructor() {
    super('The list gave the same page twice: whatever answers does not look at `offset`.');
  }
}
