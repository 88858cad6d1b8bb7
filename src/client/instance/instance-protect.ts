import { given, shape } from '../shape.js';

/** How the instance defends itself against fraud (Clerk Protect). Source: schema InstanceProtect. */
export interface InstanceProtect {
  /** Whether its rules decide about attempts. */
  readonly rulesEnabled: boolean;
  /** Whether Specter, Clerk's bot detection, looks at attempts. */
  readonly specterEnabled: boolean;
  /** Whether somebody has vouched for what Protect needs, so that it isn't looked into. */
  readonly checksBypassed: boolean;
}

/** Reads a resource whose `object` is `instance_protect`. */
export const readInstanceProtect = shape<InstanceProtect>({
  rulesEnabled: given,
  specterEnabled: given,
  checksBypassed: given,
});
