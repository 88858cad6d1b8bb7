/** A machine of the embedded instance: a service that shows M2M tokens, or takes them. */
export interface LocalMachine {
  /** The short name that `createM2mToken()` takes. */
  readonly name: string;
  /** `mch_…` */
  readonly id: string;
  /** The ids of the machines it may call: the scopes of its tokens. */
  readonly scopedMachines: readonly string[];
}
