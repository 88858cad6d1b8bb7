export type { CreateSignInTokensParams, SignInTokenApi } from './sign-in-token-api.js';
export type { SignInToken } from './sign-in-token.js';
