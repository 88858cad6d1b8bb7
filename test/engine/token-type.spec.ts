import { describe, expect, test } from '@jest/globals';
import {
  type AcceptedTokens,
  coversTokenTypes,
  isTokenTypeAccepted,
  mergeAccepted,
  TokenType,
} from '../../src/engine/token-type.js';

const KINDS = Object.values(TokenType);

test('the kinds of token have the vendor’s names', () => {
  expect(TokenType).toEqual({
    SessionToken: 'session_token',
    ApiKey: 'api_key',
    M2MToken: 'm2m_token',
    OAuthToken: 'oauth_token',
  });
});

describe('which kinds are taken', () => {
  test.each<[accepted: AcceptedTokens, taken: TokenType[]]>([
    ['any', KINDS],
    ['session_token', ['session_token']],
    ['api_key', ['api_key']],
    [['m2m_token'], ['m2m_token']],
    [
      ['oauth_token', 'session_token'],
      ['session_token', 'oauth_token'],
    ],
    [[], []],
  ])('by %j: %j', (accepted, taken) => {
    expect(KINDS.filter((kind) => isTokenTypeAccepted(kind, accepted))).toEqual(taken);
  });
});

describe('what was verified answers for what is asked', () => {
  test.each<[verified: AcceptedTokens, asked: AcceptedTokens, covered: boolean]>([
    ['any', 'any', true],
    ['any', 'api_key', true],
    ['any', ['api_key', 'session_token'], true],
    [KINDS, 'any', true],
    [KINDS.slice(1), 'any', false],
    ['session_token', 'any', false],
    ['session_token', 'session_token', true],
    ['session_token', ['session_token'], true],
    ['session_token', 'api_key', false],
    ['session_token', ['session_token', 'api_key'], false],
    [['session_token', 'api_key'], 'api_key', true],
    [['session_token', 'api_key'], ['api_key', 'session_token'], true],
    [['session_token', 'api_key'], 'm2m_token', false],
    [[], [], true],
    [[], 'api_key', false],
    ['api_key', [], true],
  ])('%j for %j: %s', (verified, asked, covered) => {
    expect(coversTokenTypes(verified, asked)).toBe(covered);
  });
});

describe('several together take', () => {
  test.each<[several: AcceptedTokens[], together: AcceptedTokens]>([
    [[], []],
    [['api_key'], ['api_key']],
    [
      ['api_key', ['session_token', 'm2m_token']],
      ['api_key', 'session_token', 'm2m_token'],
    ],
    [['api_key', 'any'], 'any'],
    [['any', []], 'any'],
    [[[], []], []],
  ])('%j: %j', (several, together) => {
    expect(mergeAccepted(several)).toEqual(together);
  });
});
