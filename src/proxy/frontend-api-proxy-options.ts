/** The option `frontendApiProxy`; names and defaults are the vendor's, but for `timeoutInMs`. */
export interface FrontendApiProxyOptions {
  /**
   * Whether requests under the path go to the Frontend API: for all, for none, or for those that a
   * function of the URL says, as the browser asked for it.
   */
  enabled: boolean | ((url: URL) => boolean);
  /** Where it is, for example `/api/clerk`. Default: `/__clerk`. */
  path?: string;
  /**
   * How long the Frontend API may be silent before a request is given up, in milliseconds: until it
   * takes the connection, until its answer begins, and between two pieces of that. Default: 30,000.
   */
  timeoutInMs?: number;
}

/** Where the proxy is unless `path` says otherwise. */
export const DEFAULT_PROXY_PATH = '/__clerk';

/** How long the Frontend API may be silent unless `timeoutInMs` says otherwise. */
export const DEFAULT_PROXY_TIMEOUT_IN_MS = 30_000;
