import { describe, expect, test } from '@jest/globals';
import { OPERATIONS, type Operation } from '../conformance/client/samples/data.js';
import { rowsOfSource } from './operations/routes-of-source.js';

// Every row of the client's tables beside the operations of Backend API 2026-05-12.

/** Rows without an operation in the API's document, by their wire. */
const UNDOCUMENTED: Readonly<Record<string, string>> = {
  'POST /accountless_applications': 'the vendor’s client has it',
  'POST /accountless_applications/complete': 'the vendor’s client has it',
  'POST /beta_features/change_domain': 'the vendor’s client has it',
  'GET /clients/handshake_payload': 'the vendor’s client has it, and authentication needs it',
  'POST /email': 'the vendor’s client has it, as an experiment',
  'POST /email/batch': 'the vendor’s client has it, as an experiment',
  'GET /email/{}': 'the vendor’s client has it, as an experiment',
  'POST /sessions/{}/verify': 'the vendor’s client has it, deprecated',
};

/** Slots that are not called as the document calls them: each is the vendor's name of the argument. */
const RENAMED: readonly string[] = [
  'allowlistIdentifierRoutes.deleteAllowlistIdentifier: allowlistIdentifierId for identifierId',
  'blocklistIdentifierRoutes.deleteBlocklistIdentifier: blocklistIdentifierId for identifierId',
  'getOrganizationRoutes.bySlug: slug for organizationId',
  'redirectUrlRoutes.deleteRedirectUrl: redirectUrlId for id',
  'redirectUrlRoutes.getRedirectUrl: redirectUrlId for id',
  'signUpRoutes.get: signUpAttemptId for id',
  'signUpRoutes.update: signUpAttemptId for id',
  'tokenRoutes.createTemplateToken: template for templateName',
  'waitlistEntryRoutes.delete: id for waitlistEntryId',
  'waitlistEntryRoutes.invite: id for waitlistEntryId',
  'waitlistEntryRoutes.reject: id for waitlistEntryId',
];

const rows = await rowsOfSource();
const byWire = new Map(OPERATIONS.map((operation) => [wireOf(operation), operation]));

describe('the tables of the client', () => {
  test('have rows for every one of the 249 operations', () => {
    const wires = new Set(rows.map(wireOf));
    const unreached = OPERATIONS.map(wireOf).filter((wire) => !wires.has(wire));
    expect(OPERATIONS).toHaveLength(249);
    expect(unreached).toEqual([]);
  });

  test('have no row without an operation, but for those that are listed with a reason', () => {
    const wires = rows.map(wireOf).filter((wire) => !byWire.has(wire));
    expect([...new Set(wires)].toSorted()).toEqual(Object.keys(UNDOCUMENTED).toSorted());
  });

  test('call their slots as the document calls its parameters, or as the vendor does', () => {
    const differing = rows.flatMap((row) => {
      const documented = slotsOf(byWire.get(wireOf(row))?.path ?? row.path).map(camelCase);
      return slotsOf(row.path)
        .map((slot, place) => ({ slot, name: documented[place] ?? '' }))
        .filter(({ slot, name }) => slot !== name)
        .map(({ slot, name }) => `${row.table}.${row.name}: ${slot} for ${name}`);
    });
    expect(differing.toSorted()).toEqual(RENAMED);
  });

  test('send by themselves only what the document has for the query', () => {
    const unknown = rows.flatMap((row) => {
      const { query = [] } = byWire.get(wireOf(row)) ?? {};
      return row.fixedQuery.filter((name) => !query.includes(name)).map((name) => [row.name, name]);
    });
    expect(unknown).toEqual([]);
  });
});

/** What tells operations apart: method and path, with nothing in the slots. */
function wireOf({ method, path }: Pick<Operation, 'method' | 'path'>): string {
  return `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`;
}

function slotsOf(path: string): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

/** `api_key_id` and `apiKeyID` are both `apiKeyId`. */
function camelCase(name: string): string {
  return name
    .replaceAll(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase())
    .replace(/ID$/, 'Id');
}
