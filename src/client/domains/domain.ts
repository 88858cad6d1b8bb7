import { listOf } from '../nested.js';
import { given, shape } from '../shape.js';

/** A CNAME record that a domain's DNS has to have. Source: schema CNameTarget. */
export interface CnameTarget {
  /** The name of the record. */
  readonly host: string;
  /** What it points to. */
  readonly value: string;
  /** Whether the domain doesn't work without it. */
  readonly required: boolean;
}

/** A domain of the instance: the primary one or a satellite. Source: schema Domain. */
export interface Domain {
  /** `dmn_…` */
  readonly id: string;
  /** The domain: `example.com`; on development instances also with a port. */
  readonly name: string;
  /** Whether users who come to it are signed in at the primary domain. */
  readonly isSatellite: boolean;
  /** Where browsers reach Clerk's Frontend API. */
  readonly frontendApiUrl: string;
  /** Where it is while you develop. */
  readonly developmentOrigin: string;
  /** What its DNS has to have. */
  readonly cnameTargets: CnameTarget[];
  /** Where Clerk's own pages are; null for a satellite. */
  readonly accountsPortalUrl?: string | null | undefined;
  /** The proxy before the Frontend API; null without one. */
  readonly proxyUrl?: string | null | undefined;
}

const readCnameTarget = shape<CnameTarget>({ host: given, value: given, required: given });

/** Reads a resource whose `object` is `domain`. */
export const readDomain = shape<Domain>({
  id: given,
  name: given,
  isSatellite: given,
  frontendApiUrl: given,
  developmentOrigin: given,
  cnameTargets: {
    read: (value) => (value ? listOf(readCnameTarget).read(value) : given.read(value)),
  },
  accountsPortalUrl: given,
  proxyUrl: given,
});
