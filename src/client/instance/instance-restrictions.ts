import { given, shape } from '../shape.js';

/** Who may sign up. Source: schema InstanceRestrictions. */
export interface InstanceRestrictions {
  /** Whether only identifiers on the allowlist may. */
  readonly allowlist: boolean;
  /** Whether identifiers on the blocklist may not. */
  readonly blocklist: boolean;
  /** Whether addresses with `+`, `=` or `#` in their local part may not. */
  readonly blockEmailSubaddresses: boolean;
  /** Whether addresses of throw-away services may not. */
  readonly blockDisposableEmailDomains: boolean;
  /** Whether Gmail addresses that differ in dots only count as one. */
  readonly ignoreDotsForGmailAddresses: boolean;
}

/** Reads a resource whose `object` is `instance_restrictions`. */
export const readInstanceRestrictions = shape<InstanceRestrictions>({
  allowlist: given,
  blocklist: given,
  blockEmailSubaddresses: given,
  blockDisposableEmailDomains: given,
  ignoreDotsForGmailAddresses: given,
});
