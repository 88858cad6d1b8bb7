import { afterAll, beforeAll } from '@jest/globals';
import { All, Controller, ImATeapotException, Req } from '@nestjs/common';
import {
  Auth,
  type AuthObject,
  ClerkConfigurationError,
  ClerkModule,
  type WithActions,
  type WithAuth,
} from 'clerk-nestjs';
import { type Platform, type RunningApp, startApp } from '../support/platforms.js';
import { type Answer, answerOf } from './answers.js';
import { type Asking, ask } from './requests.js';
import { instance, ORIGIN, type RedirectScenario } from './redirect-scenarios.js';

/** What is read of a framework's request. */
interface HasHeaders {
  headers: Readonly<Record<string, string | string[] | undefined>>;
}

@Controller()
class RedirectController {
  @All('object/:section/:id')
  object(@Auth() auth: WithActions<AuthObject>, @Req() request: HasHeaders) {
    return redirect(auth, scenarioOf(request));
  }

  @All('request/:section/:id')
  request(@Req() request: WithAuth<HasHeaders>) {
    return redirect(request.auth(), scenarioOf(request));
  }
}

type Redirecting = Pick<RedirectScenario, 'method' | 'argument'>;

function redirect(auth: WithActions<AuthObject>, { method, argument }: Redirecting): never {
  try {
    return argument === undefined ? auth[method]() : auth[method](argument);
  } catch (error) {
    // Shown to the tests; Nest shows nobody what is wrong with the application.
    if (error instanceof ClerkConfigurationError) throw new ImATeapotException(error.message);
    throw error;
  }
}

/** The scenarios that are under way, by the header that tells requests apart. */
const scenarios = new Map<string, RedirectScenario>();

function scenarioOf({ headers }: HasHeaders): RedirectScenario {
  const scenario = scenarios.get(String(headers['x-scenario']));
  if (scenario) return scenario;
  throw new Error('The request is of no scenario.');
}

/** An application for the tests of one `describe` that redirects as each scenario says. */
export function redirectAppForTests(platform: Platform) {
  let running: RunningApp;
  beforeAll(async () => {
    const { jwtKey } = instance;
    const imports = [
      ClerkModule.forRoot((request) => ({
        ...scenarioOf(request).options,
        jwtKey,
        enableHandshake: false,
      })),
    ];
    running = await startApp(platform, { imports, controllers: [RedirectController] });
  });
  afterAll(() => running.app.close());
  const tokens = {
    active: instance.mint({ user: 'ada', expiresInSeconds: 600 }),
    pending: instance.mint({ user: 'ada', expiresInSeconds: 600, claims: { sts: 'pending' } }),
  };
  return async (scenario: RedirectScenario, path: string, asking: Asking = {}): Promise<Answer> => {
    const name = String(scenarios.size);
    scenarios.set(name, scenario);
    const { host, protocol } = new URL(ORIGIN);
    const forwarded = { 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) };
    const headers = { ...forwarded, 'x-scenario': name, ...asking.headers };
    const token = tokens[scenario.isPending ? 'pending' : 'active'];
    return answerOf(await ask(running.origin + path, { ...asking, headers }, token));
  };
}
