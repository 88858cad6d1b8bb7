export type { CreateRedirectUrlParams, RedirectUrlApi } from './redirect-url-api.js';
export type { RedirectUrl } from './redirect-url.js';
