import { optionAt } from '../serve/server-options.js';
import type { ServerScenario, UrlOption } from '../generate/server-scenario.js';
import { isReadable } from '../generate/wire.js';
import { originIn } from './edge-differences.js';
import type { ServerDifference } from './server-difference.js';

type Options = ServerScenario['options'];

/** Options that our module refuses, at boot or where a function says them, and the vendor lets pass. */
export const BOOT_DIFFERENCES: readonly ServerDifference[] = [
  refused({
    name: 'an empty audience, or list of them, refuses to boot',
    why: 'what has come out empty would switch the check off',
    applies: ({ audience }) => audience?.length === 0,
  }),
  refused({
    name: 'an empty audience among others refuses to boot',
    why: 'a variable without a value hides there',
    applies: ({ audience }) => Array.isArray(audience) && audience.includes(''),
  }),
  refused({
    name: 'an empty list of authorized parties refuses to boot',
    why: 'a list that has come out empty would switch the check off',
    applies: ({ authorizedParties }) => authorizedParties?.length === 0,
  }),
  refused({
    name: 'an empty header type, or list of them, refuses to boot',
    why: 'it would refuse every token',
    applies: ({ headerType }) => headerType?.length === 0,
  }),
  refused({
    name: 'a time that is not finite or below zero refuses to boot',
    why: 'the vendor takes another one in its stead, or keeps keys for no time at all',
    applies: ({ clockSkewInMs, jwksCacheTtlInMs }) =>
      [clockSkewInMs, jwksCacheTtlInMs].some(
        (time) => time !== undefined && !(Number.isFinite(time) && time >= 0),
      ),
  }),
  refused({
    name: 'a pattern of organizations without :slug and :id refuses to boot',
    why: 'it would match and never name an organization',
    applies: ({ organizationSyncOptions }) =>
      organizationSyncOptions?.organizationPatterns?.some(
        (pattern) => !/:(slug|id)(?!\w)/.test(pattern),
      ) ?? false,
  }),
  refused({
    name: 'an address of a page that is neither a URL nor a path refuses to boot',
    why: 'people would be sent to it',
    applies: ({ signInUrl, signUpUrl }) => [signInUrl, signUpUrl].some((url) => !isUrlOrPath(url)),
  }),
  refused({
    name: 'a relative sign-in URL on a satellite refuses to boot',
    why: 'it is a page of the primary, and that is on another domain',
    applies: ({ isSatellite, signInUrl }) =>
      isSatellite === true && !!signInUrl && !URL.canParse(signInUrl),
  }),
  refused({
    name: 'a proxy URL that is neither a URL nor a path refuses to boot',
    why: 'browsers would be sent to it',
    applies: ({ proxyUrl }) => !isUrlOrPath(proxyUrl),
  }),
  refused({
    name: 'a domain that is no host name refuses to boot',
    why: 'browsers would be sent to an address made of it',
    applies: ({ domain }) => !!domain && /[^\w.-]/.test(domain),
  }),
  {
    name: 'whether a satellite needs a sign-in URL is what its publishable key says',
    why: 'the vendor goes by the secret key, which an application need not hold',
    applies: ({ options: { isSatellite, signInUrl, publishableKey }, keys: { secretKey } }) =>
      isSatellite === true &&
      !signInUrl &&
      secretKey !== undefined &&
      typeOf(publishableKey) !== undefined &&
      typeOf(publishableKey) !== typeOf(secretKey),
    asIf: (scenario) => {
      const { keys, options } = scenario;
      const secretKey = typeOf(options.publishableKey) === 'live' ? 'sk_live_' : 'sk_test_';
      return { scenario: { ...scenario, keys: { ...keys, secretKey } } };
    },
  },
];

interface Refusal {
  readonly name: string;
  readonly why: string;
  readonly applies: (options: Options) => boolean;
}

/** With such options nothing is answered, and nothing asked. */
function refused({ name, why, applies }: Refusal): ServerDifference {
  return {
    name,
    why,
    applies: (scenario) =>
      applies(fixedOptions(scenario)) || (isReadable(scenario) && applies(optionsOf(scenario))),
    asIf: (scenario) => ({ scenario, restore: () => ({ state: null, calls: [] }) }),
  };
}

/** The type of instance that a key is of. */
function typeOf(key: string | undefined): string | undefined {
  return /^[ps]k_(live|test)_/.exec(key ?? '')?.[1];
}

/** The options that are known at boot. */
function fixedOptions({ options, functions }: ServerScenario): Options {
  return { ...options, ...Object.fromEntries(functions.map((name) => [name, undefined])) };
}

/** The options with what those that are functions say of the request. */
function optionsOf(scenario: ServerScenario): Options {
  const url = new URL(originIn(scenario) ?? 'http://clerk-nestjs.invalid');
  const said = scenario.functions.map((name: UrlOption) => [name, optionAt(scenario, name, url)]);
  return { ...scenario.options, ...Object.fromEntries(said) };
}

/** What is empty counts as not given. */
function isUrlOrPath(text: string | undefined): boolean {
  return !text || (/^https?:\/\//i.test(text) && URL.canParse(text)) || /^\/(?![/\\])/.test(text);
}
