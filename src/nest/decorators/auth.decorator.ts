import {
  createParamDecorator,
  type ExecutionContext,
  type PipeTransform,
  type Type,
} from '@nestjs/common';
import type { PendingSessionOptions } from '../../engine/authentication.js';
import type { SessionProperties } from '../../engine/auth/index.js';
import { getAuth } from '../get-auth.js';

/** A field of the auth object, or how the object is to be made. */
export type AuthData = keyof SessionProperties | PendingSessionOptions | undefined;

/** The type of {@link Auth}, written out: what Nest infers names types that only Nest 12 has. */
export type AuthDecorator = (
  ...dataOrPipes: (AuthData | PipeTransform | Type<PipeTransform>)[]
) => ParameterDecorator;

/**
 * Injects the auth object of the request, or one field of it.
 *
 * On a handler behind the guard the type is `SignedInAuthObject`; on a public one `AuthObject`,
 * whose fields are null when nobody is signed in.
 *
 * @example
 * ```ts
 * @Get()
 * list(@Auth() auth: SignedInAuthObject, @Auth('orgId') orgId: string | undefined) {}
 * ```
 */
export const Auth: AuthDecorator = createParamDecorator(
  (data: AuthData, context: ExecutionContext): unknown => {
    const request = context.switchToHttp().getRequest<object>();
    if (typeof data === 'string') return getAuth(request)[data];
    return getAuth(request, data);
  },
);
