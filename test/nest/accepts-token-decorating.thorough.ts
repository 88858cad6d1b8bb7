import { describe, expect, it } from '@jest/globals';
import { AcceptsToken, ClerkConfigurationError } from 'clerk-nestjs';

describe('@AcceptsToken() throws where it is written', () => {
  it.each([
    ['a kind that there is none of', ['apikey'], /does not know apikey/],
    ['one among good ones', ['session_token', 'jwt'], /does not know jwt/],
    ['one in a list', [['api_key', 'token']], /does not know token/],
    ['a kind in other letters', ['API_KEY'], /does not know API_KEY/],
    ['no kind at all', [], /names no kind of token/],
    ['an empty list', [[]], /names no kind of token/],
  ])('for %s, and names those that there are', (_case, kinds, message) => {
    const decorate = () => Reflect.apply(AcceptsToken, undefined, kinds);
    expect(decorate).toThrow(ClerkConfigurationError);
    expect(decorate).toThrow(message);
    expect(decorate).toThrow(/session_token, api_key, m2m_token, oauth_token, any\.$/);
  });

  it('twice in one place, where only one could count', () => {
    expect(() => {
      class Reports {
        @AcceptsToken('api_key') @AcceptsToken('m2m_token') show() {}
      }
      return Reports;
    }).toThrow(/@AcceptsToken\(\) is on show twice/);
    expect(() => {
      @AcceptsToken('any')
      @AcceptsToken('any')
      class Reports {}
      return Reports;
    }).toThrow(/@AcceptsToken\(\) is on Reports twice/);
  });

  it('on a static method, which Nest never calls', () => {
    expect(() => {
      class Reports {
        @AcceptsToken('api_key') static helper() {}
      }
      return Reports;
    }).toThrow(/declared on helper, which is no method that Nest would call/);
  });
});
