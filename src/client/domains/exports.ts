export type { AddDomainParams, DomainApi, UpdateDomainParams } from './domain-api.js';
export type { CnameTarget, Domain } from './domain.js';
