import type { ScenarioKeys } from '../generate/scenario.js';
import { foreignKey, ownKey } from '../generate/world.js';

/** The keys of one side of a comparison. */
export interface KeyTexts {
  readonly secretKey?: string;
  readonly machineSecretKey?: string;
  readonly jwtKey?: string;
}

/**
 * Keys that nobody had before: the Backend API tells by them who asks, and key caches go by the
 * secret key.
 *
 * @param name Of the scenario and the side, without underscores.
 */
export function keyTexts(keys: ScenarioKeys, name: string): KeyTexts {
  return {
    secretKey: keys.secretKey && `${keys.secretKey}${name}`,
    machineSecretKey: keys.machineSecretKey ? `ak_${name}` : undefined,
    jwtKey: jwtKey(keys.jwtKey),
  };
}

function jwtKey(kind: ScenarioKeys['jwtKey']): string | undefined {
  switch (kind) {
    case undefined:
      return undefined;
    case 'own':
      return ownKey.pem;
    case 'in one line':
      return ownKey.pem.replaceAll('\n', '');
    case 'bare':
      return ownKey.pem.replaceAll(/-----[A-Z ]+-----|\n/g, '');
    case 'foreign':
      return foreignKey.pem;
    case 'broken':
      return 'not a key';
    default:
      return kind satisfies never;
  }
}
