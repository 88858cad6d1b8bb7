import { describe, expect, test } from '@jest/globals';
import { isDeepStrictEqual } from 'node:util';
import { rowsOfSource } from './operations/routes-of-source.js';
import { fateOf, together } from './samples/fate-of.js';
import { AS_THEY_CAME, LEFT_OUT } from './samples/left-out.js';
import { readingsOf } from './samples/read-samples.js';

// Samples of every answer in the document of Backend API 2026-05-12, read as the client reads them.

const readings: Awaited<ReturnType<typeof readingsOf>>[number][] = [];
for (const row of await rowsOfSource()) readings.push(...(await readingsOf(row)));
const fate = together(readings.map(({ kind, sample, resource }) => fateOf(sample, resource, kind)));

describe('reading answers', () => {
  test('covers hundreds of them', () => {
    expect(readings.length).toBeGreaterThan(900);
  });

  test('loses no field, but for those that are listed with a reason', () => {
    expect(fate.lost).toEqual(LEFT_OUT);
  });

  test('gives every field a name in camel case, but for those that are listed with a reason', () => {
    expect(fate.asTheyCame).toEqual(AS_THEY_CAME);
  });

  test('leaves metadata, claims, actors and maps as they are', () => {
    expect(fate.untouched).toEqual(
      expect.arrayContaining([
        'user.public_metadata',
        'user.private_metadata',
        'user.unsafe_metadata',
        'organization.public_metadata',
        'organization_membership.private_metadata',
        'invitation.public_metadata',
        'session.actor',
        'actor_token.actor',
        'api_key.claims',
        'machine_to_machine_token.claims',
        'jwt_template.claims',
        'directory.attribute_mapping',
        'role_set_migration.mappings',
      ]),
    );
  });

  test('keeps the whole answer in `raw` where there is one, out of sight of loops', () => {
    const withRaw = readings.filter(({ resource }) => Object.hasOwn(Object(resource), 'raw'));
    const wrong = withRaw.filter(({ sample, resource }) => {
      const raw = Object.getOwnPropertyDescriptor(Object(resource), 'raw');
      return raw?.enumerable === true || !isDeepStrictEqual(raw?.value, sample);
    });
    expect(withRaw.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });
});
