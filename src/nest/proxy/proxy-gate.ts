import type { ServerResponse } from 'node:http';
import { Logger, type OnModuleDestroy } from '@nestjs/common';
import { readPublicUrl } from '../../engine/facts/public-url.js';
import type { RequestSource } from '../../engine/facts/request-source.js';
import { FrontendApiProxy } from '../../proxy/frontend-api-proxy.js';
import { PROXY_NEEDS_KEYS, proxiedInstanceOf } from '../../proxy/proxied-instance.js';
import { type ProxyRefusal, sendRefusal } from '../../proxy/proxy-refusal.js';
import type { ProxySettings } from '../../proxy/proxy-settings.js';
import { type ProxyTarget, readProxyTarget } from '../../proxy/proxy-target.js';
import type { TenantSource } from '../../tenants/tenant-source.js';
import type { Next } from '../http/clerk-middleware.js';
import { toHttpException } from '../http/exceptions.js';
import { type NodeRequest, NodeRequestSource } from '../http/node-request.js';
import { ProxyLog } from './proxy-log.js';

/**
 * Stands in front of the middleware, and so of authentication, `protect` and every body parser, and
 * takes the requests that are for the Frontend API.
 */
export class ProxyGate implements OnModuleDestroy {
  readonly #log = new ProxyLog(new Logger('ClerkModule'));
  readonly #proxy: FrontendApiProxy | undefined;

  /**
   * @param settings Undefined where there is no proxy: then every request passes by.
   * @param tenants Says by whose keys a request goes out.
   */
  constructor(
    private readonly settings: ProxySettings | undefined,
    private readonly tenants: TenantSource,
  ) {
    this.#proxy = settings && new FrontendApiProxy(settings, this.#log.note);
  }

  onModuleDestroy(): void {
    this.#proxy?.close();
  }

  /**
   * Takes a request that is for the Frontend API.
   *
   * @returns Whether it was; then it is answered, or `next` called with an error, sooner or later.
   */
  take(request: NodeRequest, response: ServerResponse, next: Next): boolean {
    const { settings } = this;
    if (!settings) return false;
    const source = new NodeRequestSource(request);
    const target = readProxyTarget(source.target, settings.path);
    if (target.kind === 'other') return false;
    try {
      if (!isEnabled(settings, source)) return false;
    } catch (error) {
      next(toHttpException(error));
      return true;
    }
    if (target.kind === 'refused') sendRefusal(request, response, escape(target));
    else void this.#forward(request, response, next, target.target, source.encrypted);
    return true;
  }

  async #forward(
    request: NodeRequest,
    response: ServerResponse,
    next: Next,
    target: string,
    encrypted: boolean,
  ): Promise<void> {
    const { settings } = this;
    if (!settings) return;
    try {
      const { options } = await this.tenants.tenantOf(request);
      const instance = proxiedInstanceOf(options, settings);
      if (instance) this.#proxy?.forward(request, response, target, instance, encrypted);
      else this.#refuse(request, response);
    } catch (error) {
      // Of the tenants: nobody's request, or nobody to ask. Nest's exception layer answers it.
      next(toHttpException(error));
    }
  }

  #refuse(request: NodeRequest, response: ServerResponse): void {
    this.#log.note(NO_KEYS);
    sendRefusal(request, response, NO_KEYS);
  }
}

/** Said of a tenant; an application with one set of options does not boot like that. */
const NO_KEYS: ProxyRefusal = {
  status: 500,
  code: 'proxy_configuration_error',
  message: PROXY_NEEDS_KEYS,
};

function isEnabled({ enabled }: ProxySettings, source: RequestSource): boolean {
  return enabled === true || enabled(readPublicUrl(source));
}

function escape({ why }: Extract<ProxyTarget, { kind: 'refused' }>): ProxyRefusal {
  const message = `The target of this request ${why}, which no address of the Frontend API has.`;
  return { status: 400, code: 'proxy_path_mismatch', message };
}
