export type { Cookies, RefreshSessionParams, RefreshTokenParams } from './refresh-session.js';
export type { CreateSessionParams, SessionApi, SessionListParams } from './session-api.js';
export type { Session, SessionActivity, SessionStatus } from './session.js';
export type { Token } from './token.js';
