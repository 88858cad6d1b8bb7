export type {
  AccountlessApplicationApi,
  AccountlessApplicationParams,
} from './accountless-application-api.js';
export type { AccountlessApplication } from './accountless-application.js';
