/** What comes with a request beside its credentials. */
export interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a browser of today sends for a page. */
export const PAGE: Asking = { headers: { accept: 'text/html', 'sec-fetch-dest': 'document' } };

/** What a browser sends when somebody opens a page; only such a request is sent to sign in. */
export const PAGES: Readonly<Record<string, Asking>> = {
  'a page': PAGE,
  'a page that wants anything': { headers: { accept: '*/*', 'sec-fetch-dest': 'document' } },
  'a frame': { headers: { 'sec-fetch-dest': 'iframe' } },
  'a page in an old browser': { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } },
};

/** What scripts and programs send. */
export const CALLS: Readonly<Record<string, Asking>> = {
  'a plain call': {},
  'a script': { headers: { 'sec-fetch-dest': 'empty', accept: 'text/html' } },
  'an image': { headers: { 'sec-fetch-dest': 'image', accept: 'text/html' } },
  'a call that takes pages too': { headers: { accept: 'application/json, text/html' } },
  'a form that is posted': {
    method: 'POST',
    headers: { accept: 'text/html', 'sec-fetch-dest': 'document' },
  },
  'a form posted by an old browser': { method: 'POST', headers: { accept: 'text/html' } },
  'a removal': { method: 'DELETE' },
};

/** Follows no redirect: where it leads is what is tested. */
export function ask(
  url: string,
  { method = 'GET', headers = {} }: Asking = {},
  token?: string,
): Promise<Response> {
  const credentials = token !== undefined && { authorization: `Bearer ${token}` };
  return fetch(url, { method, redirect: 'manual', headers: { ...headers, ...credentials } });
}
