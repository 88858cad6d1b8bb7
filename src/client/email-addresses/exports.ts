export type { EmailAddressApi } from './email-address-api.js';
export type { CreateEmailAddressParams, UpdateEmailAddressParams } from './email-address-params.js';
