import { given, shape } from '../shape.js';

/** Whether a proxy reaches the Frontend API. All times are Unix times in milliseconds. Source: schema ProxyCheck. */
export interface ProxyCheck {
  readonly id: string;
  readonly domainId: string;
  readonly lastRunAt: number | null;
  readonly proxyUrl: string;
  /** Whether it does. */
  readonly successful: boolean;
  readonly createdAt: number;
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
