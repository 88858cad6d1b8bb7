import { ClerkError } from '../clerk-error.js';

/** Thrown when a token is asked for a user that the embedded instance doesn't have. */
export class UnknownLocalUserError extends ClerkError {
  readonly code = 'local_user_unknown';

  /** @param known The names that would have worked. */
  constructor(
    user: string,
    readonly known: readonly string[],
  ) {
    super(`The local Clerk instance has no user "${user}". It has: ${known.join(', ')}.`);
  }
}

/** Thrown when a machine token is asked for somebody that the embedded instance doesn't have. */
export class UnknownLocalSubjectError extends ClerkError {
  readonly code = 'local_subject_unknown';

  /** @param known The names that would have worked. */
  constructor(
    subject: string,
    readonly known: readonly string[],
  ) {
    super(
      `The local Clerk instance has no "${subject}" to whom such a token could belong. ` +
        `It has: ${known.join(', ')}.`,
    );
  }
}

/** Thrown when a token is to be revoked that the embedded instance doesn't know. */
export class UnknownLocalTokenError extends ClerkError {
  readonly code = 'local_token_unknown';

  /** @param id What was given as the token's id. Not in the message: it may be the token itself. */
  constructor(readonly id: string) {
    super(
      'The local Clerk instance has no such token to revoke. Give the `id` that came with the ' +
        "token, and not the token; a JWT can't be revoked, as at Clerk.",
    );
  }
}

/** Thrown when an event is to be delivered again that the embedded instance doesn't know. */
export class UnknownLocalDeliveryError extends ClerkError {
  readonly code = 'local_delivery_unknown';

  /** @param id What was given as the event's id. */
  constructor(readonly id: string) {
    super(
      `The local Clerk instance has delivered no event with the id "${id}", or too long ago. ` +
        'Give the `id` of one of `webhooks.deliveries()`.',
    );
  }
}

/** Thrown when an option of the embedded instance can't be used; the message names the option. */
export class LocalClerkOptionsError extends ClerkError {
  readonly code = 'local_clerk_options_invalid';
}

/** Thrown instead of starting with `NODE_ENV=production`. */
export class LocalClerkInProductionError extends ClerkError {
  readonly code = 'local_clerk_in_production';

  constructor() {
    super(
      'The local Clerk instance does not start with NODE_ENV=production: it hands a valid token ' +
        'for any of its users to whoever asks. Use the keys of your Clerk instance instead.',
    );
  }
}

/** Thrown when the embedded instance can't listen on the port asked for; `cause` is Node's error. */
export class LocalClerkPortError extends ClerkError {
  readonly code = 'local_clerk_port_unavailable';

  constructor(
    readonly port: number,
    cause: unknown,
  ) {
    super(`The local Clerk instance can't listen on port ${port}: ${explain(cause)}`, { cause });
  }
}

const REMEDY = 'Choose another with the `port` option or LOCAL_CLERK_PORT (0 takes any free port).';

function explain(cause: unknown): string {
  switch (errorCode(cause)) {
    case 'EADDRINUSE':
      return `the port is busy. ${REMEDY}`;
    case 'EACCES':
      return `this user may not open it. ${REMEDY}`;
    default:
      return REMEDY;
  }
}

// By shape, not by `instanceof`: under jest Node's own errors come from another realm.
function errorCode(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
