export type { GetPublicInterstitialParams, MiscellaneousApi } from './miscellaneous-api.js';
