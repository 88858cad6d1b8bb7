import { optionalListOf } from '../nested.js';
import { given, orNull, shape } from '../shape.js';

/** An attribute of the identity provider that is kept in a user's metadata. */
export interface DirectoryCustomAttribute {
  /** The name to show. */
  readonly name?: string;
  /** The key in the metadata. */
  readonly key?: string;
  /** Where the value is in a SAML assertion or in OpenID Connect claims. */
  readonly ssoPath?: string;
  /** The older name of `directoryPath`, with the same value. */
  readonly scimPath?: string;
  /** Where the value is in the directory's user. */
  readonly directoryPath?: string;
  /** Whether it can hold several values. */
  readonly multiValued?: boolean;
}

/**
 * By which an identity provider makes, changes and deletes users and their roles. Times are Unix
 * times in milliseconds. Source: schemas Directory and SCIMDirectory, which have the same fields.
 */
export interface Directory {
  /** What `directoryId` is in parameters. */
  readonly id: string;
  /** What it is called, for people to read. */
  readonly name: string;
  /** The enterprise connection that it belongs to. */
  readonly enterpriseConnectionId: string | null;
  /** Where the identity provider sends its changes. */
  readonly endpointUrl: string;
  /** The identity provider. */
  readonly provider: string;
  /** Whether what the identity provider sends is taken over. */
  readonly enabled: boolean;
  /** Whether groups decide on roles. */
  readonly groupRoleMappingEnabled: boolean;
  /** Where each attribute of a user is in the directory's user; as it was saved. */
  readonly attributeMapping: Readonly<Record<string, unknown>>;
  /** What is kept in a user's metadata; undefined where the instance doesn't have the feature. */
  readonly customAttributes?: DirectoryCustomAttribute[];
  /** By which the identity provider proves itself. Only the answers to making and rotating bring it: never log it. */
  readonly apiKey: string | null;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
}

const readCustomAttribute = shape<DirectoryCustomAttribute>({
  name: given,
  key: given,
  ssoPath: given,
  scimPath: given,
  directoryPath: given,
  multiValued: given,
});

/** Reads a resource whose `object` is `directory` or `scim_directory`. */
export const readDirectory = shape<Directory>({
  id: given,
  name: given,
  enterpriseConnectionId: orNull,
  endpointUrl: given,
  provider: given,
  enabled: given,
  groupRoleMappingEnabled: given,
  attributeMapping: given,
  customAttributes: optionalListOf(readCustomAttribute),
  apiKey: orNull,
  createdAt: given,
  updatedAt: given,
});
