export type { ProxyCheckApi, VerifyProxyParams } from './proxy-check-api.js';
export type { ProxyCheck } from './proxy-check.js';
