/** What Clerk writes into the `cat` header of tokens, so that one kind can't pass for another. */
export const TOKEN_CATEGORIES = {
  /** Session tokens, and handshake tokens too. */
  session: 'cl_B7d4PD111AAA',
  /** Tokens made from a JWT template, for somebody else. */
  template: 'cl_B7d4PD222AAA',
  /** Machine-to-machine tokens. */
  machine: 'cl_B7d4PD333AAA',
  /** Tokens that are exempt from the categories. */
  exempt: 'cl_I7d4PD111III',
} as const;
