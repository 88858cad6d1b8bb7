const LOOPBACK_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

/**
 * Whether a request was addressed to this machine by name. A web page can point a name of its own
 * at 127.0.0.1 (DNS rebinding) and then read answers as its own origin; its name gives it away.
 */
export function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && LOOPBACK_HOST.test(host);
}
