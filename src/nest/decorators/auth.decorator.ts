import {
  createParamDecorator,
  type ExecutionContext,
  type PipeTransform,
  type Type,
} from '@nestjs/common';
import type { AuthOptions } from '../../engine/authentication.js';
import type { AuthObject } from '../../engine/auth/index.js';
import type { WithActions } from '../http/auth-actions.js';
import { handlerAuth, handlerAuthField } from '../http/request-state.js';

/** A field of some auth object. */
type AuthField<Auth = WithActions<AuthObject>> = Auth extends AuthObject ? keyof Auth : never;

/** A field of the auth object, or how the object is to be made. */
export type AuthData = AuthField | AuthOptions | undefined;

/** The type of {@link Auth}, written out: what Nest infers names types that only Nest 12 has. */
export type AuthDecorator = (
  ...dataOrPipes: (AuthData | PipeTransform | Type<PipeTransform>)[]
) => ParameterDecorator;

/**
 * Injects the auth object of the request, or one field of it.
 *
 * Of the kinds of token that the handler takes, unless `acceptsToken` narrows them. On a handler
 * behind the guard the type is `SignedInAuthObject`; on a public one `AuthObject`,
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
    return typeof data === 'string' ? handlerAuthField(request, data) : handlerAuth(request, data);
  },
);
