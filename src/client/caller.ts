import type { Connection } from './connection.js';
import { machineSecretKeyMissing, secretKeyMissing } from './key-missing.js';
import { readKey } from './secret-key.js';

/** Who makes a call: the instance, or a machine with the key that its call brought, not looked at yet. */
export type Caller =
  { readonly kind: 'instance' } | { readonly kind: 'machine'; readonly machineSecretKey: unknown };

type Params = Readonly<Record<string, unknown>>;

/**
 * Tells a machine's key from the parameters beside it: it says who asks, and must end up in neither
 * a query nor a body.
 *
 * @param kind Who may call the operation.
 * @param params The parameter object of the call.
 */
export function splitCaller(
  kind: Caller['kind'],
  params: Params,
): { caller: Caller; params: Params } {
  switch (kind) {
    case 'instance':
      return { caller: { kind }, params };
    case 'machine': {
      const { machineSecretKey, ...others } = params;
      return { caller: { kind, machineSecretKey }, params: others };
    }
    default:
      return kind satisfies never;
  }
}

/**
 * The key that a call goes with. A machine's is the call's own, else the client's machine secret
 * key, else the instance's secret key, which may do what a machine may.
 *
 * @throws {ClerkConfigurationError} When there is none, or the call's own can't work.
 */
export function credentialOf(
  caller: Caller,
  keys: Pick<Connection, 'secretKey' | 'machineSecretKey'>,
): string {
  switch (caller.kind) {
    case 'instance':
      return keys.secretKey ?? raise(secretKeyMissing());
    case 'machine':
      return (
        readKey('machineSecretKey', caller.machineSecretKey) ??
        keys.machineSecretKey ??
        keys.secretKey ??
        raise(machineSecretKeyMissing())
      );
    default:
      return caller satisfies never;
  }
}

function raise(error: Error): never {
  throw error;
}
