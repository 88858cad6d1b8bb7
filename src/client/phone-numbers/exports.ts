export type { PhoneNumberApi } from './phone-number-api.js';
export type { CreatePhoneNumberParams, UpdatePhoneNumberParams } from './phone-number-params.js';
