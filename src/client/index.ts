export { BackendApiClient } from './backend-api-client.js';
export type { BackendApiClientOptions } from './backend-api-client-options.js';
export type { CallOptions } from './call-options.js';
export { ClerkApiError } from './clerk-api-error.js';
export type { ClerkApiErrorDetails } from './clerk-api-error.js';
export type {
  ClerkApiErrorItem,
  ClerkApiErrorMeta,
  ClerkApiFailureCode,
} from './clerk-api-error-item.js';
export { createBackendApiClient } from './create-backend-api-client.js';
export type { DeletedObject } from './deleted-object.js';
export type { ExtraHeaders } from './extra-headers.js';
export type { FailureEvent, Hooks, RequestEvent, ResponseEvent } from './hooks.js';
export { InvalidIdError } from './invalid-id-error.js';
export { machineTokenEndings } from './machine-token-endings.js';
export type { ClerkPaginationRequest, PaginatedResourceResponse } from './page.js';
export { RepeatedPageError } from './repeated-page-error.js';
export { DEFAULT_RETRY } from './retry-options.js';
export type { RetryOptions } from './retry-options.js';
export type { WireObject } from './shape.js';
export { API_NAMES, bindApis } from './bind-apis.js';
export { toConnection } from './connection.js';
export * from './resources-and-parameters.js';
