import { describe, expect, it } from '@jest/globals';
import { decodeJwt, importSPKI, jwtVerify } from 'jose';
import { signedInAs, testingInstance, UnknownLocalUserError } from 'clerk-nestjs/testing';

describe('signedInAs', () => {
  it('gives, without waiting, a header that the testing instance signed', async () => {
    const { Authorization, ...others } = signedInAs('ada');
    const token = Authorization.replace(/^Bearer /, '');
    const key = await importSPKI(testingInstance().jwtKey, 'RS256');
    const { payload } = await jwtVerify(token, key);
    expect(payload.sub).toBe(testingInstance().users.ada.id);
    expect(others).toEqual({});
  });

  it('sets the claims it is given', () => {
    const { Authorization } = signedInAs('alan', { act: { sub: 'user_support' } });
    expect(decodeJwt(Authorization.slice('Bearer '.length)).act).toEqual({ sub: 'user_support' });
  });

  it('uses one instance in the whole process', () => {
    expect(testingInstance()).toBe(testingInstance());
  });

  it('throws for a user that is not there, and says who is', () => {
    expect(() => signedInAs('eve')).toThrow(UnknownLocalUserError);
    expect(() => signedInAs('eve')).toThrow('ada, grace, alan');
  });
});
