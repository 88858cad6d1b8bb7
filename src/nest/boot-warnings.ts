import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Settings } from '../tenants/settings.js';
import { CLERK_OPTIONS } from './tokens.js';

/** Said once of a development instance that hands out the token that stands for a browser. */
const ANY_REDIRECT =
  'On this development instance a page request with __clerk_redirect_url is sent to any address ' +
  "named there, with the token that stands for the browser, as in the vendor's SDK. Name the " +
  'origins of your satellites in allowedRedirectOrigins, or [] without any.';

/** Said where any token is taken and the opaque ones can't be asked about. */
const NO_SECRET_KEY =
  "acceptsToken is 'any' and there is no secretKey: API keys and other opaque tokens of programs " +
  'can not be verified and are answered 503. Set it, or name the kinds of token that are taken.';

/** Says in the log, while the application boots, what works and should be looked at all the same. */
@Injectable()
export class BootWarnings implements OnModuleInit {
  readonly #logger = new Logger('ClerkModule');

  constructor(@Inject(CLERK_OPTIONS) private readonly settings: Settings) {}

  onModuleInit(): void {
    // What follows from a request is not known yet.
    if (this.settings.kind !== 'fixed') return;
    const { publishableKey, deployment, policy, connection, clerkClient } = this.settings.options;
    if (policy.acceptsToken === 'any' && !connection.secretKey && !clerkClient) {
      this.#logger.warn(NO_SECRET_KEY);
    }
    const isPrimary = deployment.isSatellite !== true;
    const isDevelopment = publishableKey?.instanceType === 'development';
    if (isDevelopment && isPrimary && policy.allowedRedirectOrigins === undefined) {
      this.#logger.warn(ANY_REDIRECT);
    }
  }
}
