import { given, shape } from '../shape.js';

/** Where the instance sends text messages. Source: schema InstanceCommunication. */
export interface InstanceCommunication {
  /** Countries that get none, as ISO 3166-1 alpha-2 codes. */
  readonly blockedCountryCodes: string[];
}

/** Reads a resource whose `object` is `instance_communication`. */
export const readInstanceCommunication = shape<InstanceCommunication>({
  blockedCountryCodes: given,
});
