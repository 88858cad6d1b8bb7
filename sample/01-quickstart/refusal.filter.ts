import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { ClerkError, ClerkForbiddenException } from 'clerk-nestjs';
import { ClerkUnauthorizedException, ClerkUnavailableException } from 'clerk-nestjs';
import type { Response } from 'express';
import { PAGE_HEADERS } from './html-page.decorator.ts';
import { type Refusal, refusalPage } from './refusal.page.ts';

/** Refuses by a page in the place of JSON. Redirects to sign in are left as they are. */
@Catch(
  ClerkUnauthorizedException,
  ClerkForbiddenException,
  ClerkUnavailableException,
  ClerkError, // of a call by `ClerkClient`
)
export class RefusalFilter implements ExceptionFilter<Refusal> {
  readonly #logger = new Logger(RefusalFilter.name);

  catch(refusal: Refusal, host: ArgumentsHost): void {
    const isFailure = refusal instanceof ClerkError;
    if (isFailure) this.#logger.error(refusal.message);
    const response = host.switchToHttp().getResponse<Response>();
    const status = isFailure ? 503 : refusal.getStatus();
    response.status(status).set(PAGE_HEADERS).send(refusalPage(refusal));
  }
}
