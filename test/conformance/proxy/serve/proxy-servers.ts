import { All, Controller, type INestApplication } from '@nestjs/common';
import { ClerkModule } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { type Platform, PLATFORMS, startApp } from '../../../nest/support/platforms.js';
import type { RunningServer } from '../../servers/serve/running-server.js';
import { type ProxyScenario, SETUPS } from '../generate/proxy-scenario.js';
import { startVendorExpress, startVendorFunction } from './vendor-proxies.js';

const { publishableKey, secretKey, jwtKey } = new LocalInstance();

/** The keys of both sides. */
export const KEYS = { publishableKey, secretKey, jwtKey } as const;

@Controller()
class ElsewhereController {
  @All(['', '*'])
  elsewhere(): string {
    return 'elsewhere';
  }
}

/** Every proxy that is compared, ours and the vendor's; they run until the end. */
export class ProxyServers {
  readonly #servers = new Map<string, RunningServer>();

  /** @param fapiUrl Where all of them pass requests on to, from now on. */
  static async start(fapiUrl: string): Promise<ProxyServers> {
    process.env['CLERK_FAPI_URL'] = fapiUrl;
    process.env['CLERK_TELEMETRY_DISABLED'] = '1';
    const servers = new ProxyServers();
    for (const [index, setup] of SETUPS.entries()) {
      const enabled =
        'onlyAt' in setup ? ({ hostname }: URL) => hostname === setup.onlyAt : (true as const);
      const options = { ...KEYS, frontendApiProxy: { ...setup.given, enabled } };
      for (const platform of PLATFORMS) {
        servers.#servers.set(`${index} ${platform}`, await startOurs(platform, options));
      }
      servers.#servers.set(`${index} @clerk/express`, await startVendorExpress(options));
      const { publishableKey: publishable, secretKey: secret } = KEYS;
      const given = { proxyPath: setup.path, publishableKey: publishable, secretKey: secret };
      servers.#servers.set(`${index} clerkFrontendApiProxy`, await startVendorFunction(given));
    }
    return servers;
  }

  /** The port of ours for a scenario, and of the vendor's. */
  portsFor({ setup, platform, oracle }: ProxyScenario): { ours: number; theirs: number } {
    return { ours: this.#portOf(setup, platform), theirs: this.#portOf(setup, oracle) };
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#servers.values()].map((server) => server.close()));
  }

  #portOf(setup: number, name: string): number {
    const server = this.#servers.get(`${setup} ${name}`);
    if (!server) throw new Error(`there is no server ${setup} ${name}`);
    return server.port;
  }
}

async function startOurs(
  platform: Platform,
  options: Parameters<typeof ClerkModule.forRoot>[0],
): Promise<RunningServer> {
  const { app, port }: { app: INestApplication; port: number } = await startApp(platform, {
    imports: [ClerkModule.forRoot(options)],
    controllers: [ElsewhereController],
  });
  return { port, close: () => app.close() };
}
