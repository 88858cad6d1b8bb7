import type { ApiCall } from './api-call.js';
import type { Connection } from './connection.js';
import { machineSecretKeyMissing, secretKeyMissing } from './key-missing.js';
import { readKey } from './secret-key.js';
import { isWireObject } from './shape.js';

/** Who makes a call: the instance, a machine with the key that its call brought, not looked at yet, or anyone. */
export type Caller =
  | { readonly kind: 'instance' }
  | { readonly kind: 'machine'; readonly machineSecretKey: unknown }
  | { readonly kind: 'anyone' };

/**
 * Tells a machine's key from the parameters beside it: it says who asks, and must end up in neither
 * a query nor a body.
 *
 * @param kind Who may call the operation.
 * @param params The parameter object of the call.
 */
export function splitCaller(
  kind: Caller['kind'],
  params: ApiCall['params'],
): Pick<ApiCall, 'caller' | 'params'> {
  switch (kind) {
    case 'instance':
    case 'anyone':
      return { caller: { kind }, params };
    case 'machine': {
      if (!isWireObject(params)) return { caller: { kind, machineSecretKey: undefined }, params };
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
 * @returns The key, or undefined where anyone may call and the client has none.
 * @throws {ClerkConfigurationError} When there is none, or the call's own can't work.
 */
export function credentialOf(
  caller: Caller,
  keys: Pick<Connection, 'secretKey' | 'machineSecretKey'>,
): string | undefined {
  switch (caller.kind) {
    case 'anyone':
      return keys.secretKey;
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
