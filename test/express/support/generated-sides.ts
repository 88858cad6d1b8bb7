import { ClerkConfigurationError, clerkMiddleware, getAuth } from 'clerk-nestjs';
import express, { type NextFunction, type Request, type Response } from 'express';
import type { BackendApi } from '../../conformance/compare/backend-api.js';
import type { Sides } from '../../conformance/compare/compare.js';
import { type KeyTexts, keyTexts } from '../../conformance/compare/key-texts.js';
import type { Observed } from '../../conformance/compare/observed.js';
import { askServer, NOT_BOOTED, observed } from '../../conformance/servers/compare/ask-server.js';
import type { ServerScenario } from '../../conformance/servers/generate/server-scenario.js';
import type { RunningServer } from '../../conformance/servers/serve/running-server.js';
import { seenBy } from '../../conformance/servers/serve/seen.js';
import { serverOptions } from '../../conformance/servers/serve/server-options.js';
import { startVendorServer } from '../../conformance/servers/serve/vendor-server.js';
import { answerErrors } from './error-handler.js';
import { serve } from './express-server.js';

/** How `clerkMiddleware()` is given its options. */
export type Form = 'object' | 'function' | 'async function';

interface Side {
  readonly keys: KeyTexts;
  /** None where the options are refused at once. */
  readonly server: RunningServer | undefined;
}

let sides = 0;

/** Two Express applications, with our middleware and the vendor's, for each setup that is asked. */
export class GeneratedSides implements Sides<ServerScenario> {
  readonly #sides = new Map<string, Side>();

  constructor(
    private readonly api: BackendApi,
    private readonly form: Form,
  ) {}

  askOurs(scenario: ServerScenario): Promise<Observed> {
    const isFixed = this.form === 'object' && scenario.functions.length === 0;
    return this.#ask('ours', scenario, isFixed ? [400] : [400, 500]);
  }

  askVendor(scenario: ServerScenario): Promise<Observed> {
    return this.#ask('vendor', scenario, [400, 500]);
  }

  async close(): Promise<void> {
    const running = [...this.#sides.values()].flatMap(({ server }) => server ?? []);
    await Promise.all(running.map((server) => server.close()));
  }

  async #ask(
    whose: 'ours' | 'vendor',
    scenario: ServerScenario,
    refusals: readonly number[],
  ): Promise<Observed> {
    const { keys, server } = await this.#sideFor(whose, scenario);
    if (!server) return NOT_BOOTED;
    const { result, calls } = await this.api.listen(scenario.api, keys, () =>
      askServer(server.port, scenario),
    );
    return observed(result, calls, scenario, refusals);
  }

  async #sideFor(whose: 'ours' | 'vendor', scenario: ServerScenario): Promise<Side> {
    const { options, keys, clientMaker, functions, api } = scenario;
    const name = JSON.stringify([whose, options, keys, clientMaker, functions, api.jwks]);
    const known = this.#sides.get(name);
    if (known) return known;
    sides += 1;
    const texts = keyTexts(keys, `express${sides}`);
    const given = serverOptions(scenario, texts, this.api.origin);
    const server =
      whose === 'ours' ? await startOurs(given, this.form) : await startVendorServer(given);
    const side = { keys: texts, server };
    this.#sides.set(name, side);
    return side;
  }
}

async function startOurs(
  { acceptsToken: _refused, ...options }: Readonly<Record<string, unknown>>,
  form: Form,
): Promise<RunningServer | undefined> {
  const app = express();
  try {
    app.use(middlewareOf(options, form));
  } catch (error) {
    if (error instanceof ClerkConfigurationError) return undefined;
    throw error;
  }
  app.all('/{*splat}', (request: Request, response: Response, next: NextFunction) => {
    seenBy(getAuth, request).then((seen) => response.json(seen), next);
  });
  app.use((_: Request, response: Response) => response.status(404).end());
  app.use(answerErrors());
  return serve(app);
}

function middlewareOf(options: object, form: Form): ReturnType<typeof clerkMiddleware> {
  switch (form) {
    case 'object':
      return clerkMiddleware(options);
    case 'function':
      return clerkMiddleware(() => options);
    case 'async function':
      return clerkMiddleware(() => Promise.resolve(options));
    default:
      return form satisfies never;
  }
}
