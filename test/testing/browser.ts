/** What a navigation ended on. */
export interface VisitedPage {
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

interface Cookie {
  readonly value: string;
  /** Unix time in milliseconds. */
  readonly expiresAt: number;
}

const MAX_REDIRECTS = 15;
const REDIRECTS = new Set([302, 303, 307]);

/**
 * Navigates as a browser does: document requests, redirects, and cookies, which belong to a host
 * and not to a port.
 */
export class Browser {
  /** Where the last navigation came by, its end included. */
  trail: string[] = [];
  private readonly jar = new Map<string, Map<string, Cookie>>();

  /** Opens a URL. */
  open(url: string | URL, headers: Record<string, string> = {}): Promise<VisitedPage> {
    return this.navigate(new URL(url), { headers });
  }

  /** Sends a form of the page with this origin. */
  submit(url: string | URL, form: Record<string, string>): Promise<VisitedPage> {
    const { origin } = new URL(url);
    return this.navigate(new URL(url), {
      method: 'POST',
      headers: { Origin: origin },
      body: new URLSearchParams(form),
    });
  }

  /** What a host's cookies hold, by name. */
  cookies(host: string): Record<string, string> {
    const live = [...this.cookiesOf(host)].filter(([, { expiresAt }]) => expiresAt > Date.now());
    return Object.fromEntries(live.map(([name, { value }]) => [name, value]));
  }

  /** Puts a value in the place of a cookie, as time would. */
  setCookie(host: string, name: string, value: string): void {
    this.cookiesOf(host).set(name, { value, expiresAt: Infinity });
  }

  /** Lets the seconds pass after which a handshake no longer counts as one of a loop. */
  waitOutRedirectCounter(host: string): void {
    this.cookiesOf(host).delete('__clerk_redirect_count');
  }

  private async navigate(start: URL, init: RequestInit): Promise<VisitedPage> {
    this.trail = [];
    let url = start;
    let next = init;
    for (let count = 0; count <= MAX_REDIRECTS; count += 1) {
      this.trail.push(url.href);
      const response = await fetch(url, {
        ...next,
        headers: { ...this.headersFor(url), ...headersOf(next) },
        redirect: 'manual',
      });
      for (const directive of response.headers.getSetCookie()) this.keep(url.hostname, directive);
      const location = response.headers.get('location');
      const text = await response.text();
      if (location === null || !REDIRECTS.has(response.status)) {
        return { url, status: response.status, headers: response.headers, text };
      }
      url = new URL(location, url);
      next = {};
    }
    throw new Error(`Too many redirects: ${this.trail.join(' -> ')}`);
  }

  private headersFor({ hostname }: URL): Record<string, string> {
    const cookie = Object.entries(this.cookies(hostname)).map((pair) => pair.join('='));
    return {
      Accept: 'text/html',
      'Sec-Fetch-Dest': 'document',
      ...(cookie.length > 0 && { Cookie: cookie.join('; ') }),
    };
  }

  private keep(host: string, directive: string): void {
    const [pair = '', ...attributes] = directive.split(/;\s*/);
    const [name = '', value = ''] = pair.split('=', 2);
    const maxAge = attributes.find((attribute) => /^max-age=/i.test(attribute))?.split('=')[1];
    const expiresAt = maxAge === undefined ? Infinity : Date.now() + Number(maxAge) * 1000;
    this.cookiesOf(host).set(name, { value, expiresAt });
  }

  private cookiesOf(host: string): Map<string, Cookie> {
    const cookies = this.jar.get(host) ?? new Map<string, Cookie>();
    this.jar.set(host, cookies);
    return cookies;
  }
}

/** The JSON that a page consists of. */
export function jsonOf({ text }: VisitedPage): unknown {
  return JSON.parse(text);
}

/** The paths that a browser's last navigation came by. */
export function pathsOf({ trail }: Browser): string[] {
  return trail.map((url) => new URL(url).pathname);
}

function headersOf({ headers }: RequestInit): Record<string, string> {
  return Object.fromEntries(new Headers(headers));
}
