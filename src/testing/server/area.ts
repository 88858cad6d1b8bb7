/** Which of Clerk's parts a path belongs to. */
export type Area = 'backend-api' | 'm2m-api' | 'frontend-api' | 'local';

// Parts of the Backend API that have no version in their path.
const UNVERSIONED_BACKEND_API = new Set(['api_keys', 'oauth_applications']);
// The part of it that machines call too, with a secret key of their own.
const M2M_API = 'm2m_tokens';

// The rest of both APIs lives under /v1. These are the Frontend API's own first segments, which
// browsers call without a secret key; the Backend API uses none of them.
const FRONTEND_API = new Set(['client', 'dev_browser', 'environment', 'me']);

// Tokens for whoever asks are not among them: a page whose name is not ours can get through a proxy.
const PAGES = new Set(['sign-in', 'sign-up', 'sign-out']);

/** Whether a path is of what browsers come for, who may come through an application's proxy. */
export function isForBrowsers(area: Area, [first = '', ...rest]: readonly string[]): boolean {
  return area === 'frontend-api' || (area === 'local' && PAGES.has(first) && rest.length === 0);
}

/** Sorts a path, given by its decoded segments, into its part. */
export function areaOf([first, second]: readonly string[]): Area {
  if (first === M2M_API) return 'm2m-api';
  if (first !== undefined && UNVERSIONED_BACKEND_API.has(first)) return 'backend-api';
  if (first !== 'v1') return 'local';
  return second !== undefined && FRONTEND_API.has(second) ? 'frontend-api' : 'backend-api';
}
