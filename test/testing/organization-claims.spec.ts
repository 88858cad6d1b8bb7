import { describe, expect, it } from '@jest/globals';
import { featureClaim, organizationClaim } from '../../src/testing/organization-claims.js';
import { seededUsers } from '../../src/testing/seed.js';

function membership(features: string[], permissions: string[]) {
  const { ada } = seededUsers;
  const organization = { ...ada.membership.organization, features };
  return { ...ada.membership, organization, permissions };
}

describe('the organization claim', () => {
  it('gives each feature, in the order of `fea`, a mask whose lowest bit is the first permission', () => {
    const permissions = ['org:posts:read', 'org:articles:manage', 'org:articles:delete'];
    const claims = membership(['posts', 'articles', 'audit'], permissions);
    expect(featureClaim(claims)).toBe('o:articles,o:audit,o:posts');
    expect(organizationClaim(claims)).toMatchObject({ per: 'delete,manage,read', fpm: '3,0,4' });
  });

  it('leaves out what there is nothing to say about', () => {
    const claims = membership([], []);
    expect(featureClaim(claims)).toBeUndefined();
    expect(Object.keys(organizationClaim(claims)).toSorted()).toEqual(['id', 'rol', 'slg']);
  });

  it('counts past 32 permissions', () => {
    const names = Array.from({ length: 40 }, (_, index) => `p${String(index).padStart(2, '0')}`);
    const claim = organizationClaim(
      membership(['articles'], ['org:articles:p39', ...names.map((name) => `org:other:${name}`)]),
    );
    expect(claim.fpm).toBe(String(2 ** 39));
  });
});
