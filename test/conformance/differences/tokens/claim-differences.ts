import type { Scenario } from '../../generate/scenario.js';
import { effectiveOptions } from '../../generate/effective-options.js';
import type { Difference } from '../difference.js';
import { claimsOf } from './loose-token.js';
import { resigned } from './replace-tokens.js';
import { tokenDifference } from './token-difference.js';

const OF_SESSIONS = ['header', 'cookie', 'brought'] as const;

/** What a date can hold, in seconds: ECMAScript's time values end there. */
const END_OF_TIME = 8.64e12;

/** Differences in what claims may say. */
export const CLAIM_DIFFERENCES: readonly Difference[] = [
  tokenDifference({
    name: 'an audience that can’t be read is not one of those asked for',
    why: 'the vendor compares what it can read and lets the rest pass',
    at: OF_SESSIONS,
    concerns: (token, scenario) => {
      const audience = audienceOf(scenario);
      const named = [claimsOf(token)['aud']].flat().filter(Boolean);
      const isReadable = named.every((item) => typeof item === 'string');
      return audience.length > 0 && !isReadable && !audience.some((item) => named.includes(item));
    },
    standIn: (token) => resigned(token, { claims: { aud: 'https://nobody.example' } }),
  }),
  tokenDifference({
    name: 'an expiry before all time is over',
    why: 'the vendor’s date can’t hold it, and what is no date never expires',
    at: OF_SESSIONS,
    concerns: (token) => isBefore(claimsOf(token)['exp']),
    standIn: (token) => resigned(token, { claims: { exp: 1 } }),
  }),
  tokenDifference({
    name: 'a not-before time after all time is yet to come',
    why: 'the vendor’s date can’t hold it, and what is no date is never too early',
    at: OF_SESSIONS,
    concerns: (token) => isAfter(claimsOf(token)['nbf']),
    standIn: (token) => resigned(token, { claims: { nbf: END_OF_TIME - 1 } }),
  }),
  tokenDifference({
    name: 'an issue time after all time is yet to come',
    why: 'the vendor’s date can’t hold it, and what is no date is never in the future',
    at: OF_SESSIONS,
    concerns: (token) => isAfter(claimsOf(token)['iat']),
    standIn: (token) => resigned(token, { claims: { iat: END_OF_TIME - 1 } }),
  }),
  tokenDifference({
    name: 'an issue time that is no number is before no other time',
    why: 'the vendor compares null and text with the time of the client',
    at: ['cookie'],
    concerns: (token) => {
      const { iat } = claimsOf(token);
      return iat !== undefined && typeof iat !== 'number';
    },
    // Without one nothing is compared; another claim then fails in its stead.
    standIn: (token) => resigned(token, { claims: { iat: undefined, nbf: 'x' } }),
  }),
];

/** What is empty asks for no audience, of the vendor and of us. */
function audienceOf(scenario: Scenario): string[] {
  return [effectiveOptions(scenario).audience ?? []].flat().filter((item) => item !== '');
}

function isBefore(seconds: unknown): boolean {
  return typeof seconds === 'number' && seconds < -END_OF_TIME;
}

function isAfter(seconds: unknown): boolean {
  return typeof seconds === 'number' && seconds > END_OF_TIME;
}
