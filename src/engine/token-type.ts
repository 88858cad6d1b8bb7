/** The kinds of token that a request can be authenticated by. Names and values are the vendor's. */
export const TokenType = {
  SessionToken: 'session_token',
  ApiKey: 'api_key',
  M2MToken: 'm2m_token',
  OAuthToken: 'oauth_token',
} as const;

/** One of the kinds in {@link TokenType}. */
export type TokenType = (typeof TokenType)[keyof typeof TokenType];

/** The kind that stands for a person. */
export type SessionTokenType = typeof TokenType.SessionToken;

/** The kinds that stand for a program. */
export type MachineTokenType = Exclude<TokenType, SessionTokenType>;

/** Which kinds are taken: one, several, or any. A list without any takes none. */
export type AcceptedTokens = TokenType | readonly TokenType[] | 'any';

/** Whether a kind of token is among those that are taken. */
export function isTokenTypeAccepted(type: TokenType, accepted: AcceptedTokens): boolean {
  return accepted === 'any' || [accepted].flat().includes(type);
}

/**
 * Whether two choices are the same. A list of one is none of the one: of a token that is in no list
 * nobody says which kind it should have been.
 */
export function isSameChoice(one: AcceptedTokens, other: AcceptedTokens): boolean {
  if (one === other) return true;
  const areLists = typeof one !== 'string' && typeof other !== 'string';
  return areLists && one.join() === other.join();
}

/** Whether every kind that `wanted` takes is taken by `accepted` too. */
export function coversTokenTypes(accepted: AcceptedTokens, wanted: AcceptedTokens): boolean {
  const kinds = wanted === 'any' ? Object.values(TokenType) : [wanted].flat();
  return kinds.every((type) => isTokenTypeAccepted(type, accepted));
}

/** All the kinds that any of several takes. */
export function mergeAccepted(several: readonly AcceptedTokens[]): AcceptedTokens {
  const kinds = [...new Set(several.flat())];
  const isTokenType = (kind: TokenType | 'any'): kind is TokenType => kind !== 'any';
  return kinds.every(isTokenType) ? kinds : 'any';
}
