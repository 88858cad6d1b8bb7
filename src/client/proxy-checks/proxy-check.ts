import { given, shape } from '../shape.js';

/** Whether a proxy reaches the Frontend API. All times are Unix times in milliseconds. Source: schema ProxyCheck. */
export interface ProxyCheck {
  /** The id of this check. */
  readonly id: string;
  /** The domain that the proxy is for (`dmn_…`). */
  readonly domainId: string;
  /** When it was last tried; null for never. */
  readonly lastRunAt: number | null;
  /** Where the proxy is. */
  readonly proxyUrl: string;
  /** Whether it does. */
  readonly successful: boolean;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** Reads a resource whose `object` is `proxy_check`. */
export const readProxyCheck = shape<ProxyCheck>({
  id: given,
  domainId: given,
  lastRunAt: given,
  proxyUrl: given,
  successful: given,
  createdAt: given,
  updatedAt: given,
});
