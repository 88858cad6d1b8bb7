import { given, shape } from '../shape.js';

/** How the instance signs users up and sends them mail. Source: operation UpdateInstanceAuthConfig. */
export interface InstanceSettings {
  /** `ins_…` */
  readonly id?: string | undefined;
  /** Whether only identifiers on the allowlist may sign up. */
  readonly restrictedToAllowlist?: boolean | undefined;
  /** The local part of the address that mail comes from. */
  readonly fromEmailAddress?: string | undefined;
  /** Whether sign-ups may be completed step by step. */
  readonly progressiveSignUp?: boolean | undefined;
  /** Whether mail goes out from an address of Clerk's. */
  readonly enhancedEmailDeliverability?: boolean | undefined;
}

/** Reads a resource whose `object` is `instance_settings`. */
export const readInstanceSettings = shape<InstanceSettings>({
  id: given,
  restrictedToAllowlist: given,
  fromEmailAddress: given,
  progressiveSignUp: given,
  enhancedEmailDeliverability: given,
});
