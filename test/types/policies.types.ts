/**
 * Checked by `tsc -p test/tsconfig.json`, never run: each `@ts-expect-error` fails the build when
 * the mistake below it starts to compile.
 */
import {
  allOf,
  anyOf,
  type AuthenticatedObject,
  Authorize,
  type ClerkPolicy,
  not,
  RequireOrganization,
  type Requirement,
  VerifySession,
} from 'clerk-nestjs';
import { exactly } from './exactly.js';

declare class Injected implements ClerkPolicy {
  constructor(service: Date);
  authorize(auth: AuthenticatedObject): Promise<boolean>;
}

declare class NoPolicy {
  allow(): boolean;
}

export const accepted = [
  Authorize({ role: 'org:admin' }),
  Authorize({ permission: 'org:articles:read', reverification: 'strict' }),
  Authorize(
    Injected,
    () => true,
    async () => false,
  ),
  Authorize((auth, context) => auth.isAuthenticated && context.getType() === 'http'),
  Authorize(anyOf({ plan: 'pro' }, allOf(Injected, not({ feature: 'org:x' })))),
  RequireOrganization(),
  RequireOrganization({ param: 'orgId' }),
  VerifySession('online'),
];

exactly<Requirement>()(anyOf({ role: 'org:admin' }));

export const refused = () => [
  // @ts-expect-error -- demands nothing
  Authorize(),
  // @ts-expect-error -- demands nothing
  anyOf(),
  // @ts-expect-error -- demands nothing
  allOf(),
  // @ts-expect-error -- one policy
  not({ role: 'org:a' }, { role: 'org:b' }),
  // @ts-expect-error -- what is merely truthy is no answer
  Authorize(() => 'yes'),
  // @ts-expect-error -- neither is what may be missing
  Authorize(async () => undefined),
  // @ts-expect-error -- no policy class
  Authorize(NoPolicy),
  // @ts-expect-error -- no member of a question
  Authorize({ roles: 'org:admin' }),
  // @ts-expect-error -- one at a time
  Authorize({ role: 'org:admin', plan: 'pro' }),
  // @ts-expect-error -- no parameter
  RequireOrganization('orgId'),
  // @ts-expect-error -- the only mode
  VerifySession('x'),
];
