/** Which of Clerk's parts a path belongs to. */
export type Area = 'backend-api' | 'frontend-api' | 'local';

// Both APIs live under /v1. These are the Frontend API's own first segments, which browsers call
// without a secret key; the Backend API uses none of them.
const FRONTEND_API = new Set(['client', 'dev_browser', 'environment', 'me']);

/** Sorts a path, given by its decoded segments, into its part. */
export function areaOf([first, second]: readonly string[]): Area {
  if (first !== 'v1') return 'local';
  return second !== undefined && FRONTEND_API.has(second) ? 'frontend-api' : 'backend-api';
}
