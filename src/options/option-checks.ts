import { TokenType } from '../engine/token-type.js';
import { isAuthenticationClient } from '../request/authentication-client.js';

/** What is wrong with a value, as the end of a sentence that starts with the option's name. */
export type OptionCheck = (value: unknown) => string | undefined;

/** A string that isn't empty. */
export const text: OptionCheck = (value) =>
  typeof value === 'string' && value.trim() ? undefined : 'must be a string that is not empty';

/** An absolute http or https URL. */
export const absoluteUrl: OptionCheck = (value) =>
  isWebUrl(value) ? undefined : 'must be an absolute URL, such as https://example.com';

/** An absolute http or https URL, or a path on this application's own origin. */
export const urlOrPath: OptionCheck = (value) =>
  isWebUrl(value) || isPath(value)
    ? undefined
    : 'must be an absolute URL, such as https://example.com/sign-in, or a path that starts with one slash';

/** A number of milliseconds. */
export const milliseconds: OptionCheck = (value) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0
    ? undefined
    : 'must be a number of milliseconds, 0 or more';

/** True or false. */
export const flag: OptionCheck = (value) =>
  typeof value === 'boolean' ? undefined : 'must be true or false';

/** A domain without scheme and path. */
export const domainName: OptionCheck = (value) =>
  typeof value === 'string' && isHost(value)
    ? undefined
    : 'must be a domain without scheme or path, such as satellite.example';

/** What another check asks for, or a function that will say so for each request's URL. */
export const orFunction =
  (check: OptionCheck): OptionCheck =>
  (value) => {
    const problem = typeof value === 'function' ? undefined : check(value);
    return problem && `${problem}, or a function of the request's URL`;
  };

/** The kinds of token that are taken. */
export const tokenTypes: OptionCheck = (value) => {
  if (Array.isArray(value) && value.length === 0) return 'is an empty list: it would take no token';
  const known: readonly unknown[] = Object.values(TokenType);
  const isKnown = value === 'any' || [value].flat().every((type) => known.includes(type));
  return isKnown ? undefined : `must be 'any', or one or a list of: ${known.join(', ')}`;
};

/** A client, ours or the vendor's. */
export const backendApiClient: OptionCheck = (value) =>
  isAuthenticationClient(value)
    ? undefined
    : 'must be a Backend API client: what createClerkClient() of this package or of @clerk/backend returns';

/** Said of a list that has come out empty: it would switch off the rule that it is for. */
const EMPTY_LIST = 'is an empty list: name at least one, or leave the option out to allow any';

/** One string or several. */
export const textOrTexts: OptionCheck = (value) => {
  if (Array.isArray(value) && value.length === 0) return EMPTY_LIST;
  return [value].flat().every((item) => text(item) === undefined)
    ? undefined
    : 'must be a string or a list of strings';
};

/** Origins as browsers write them. */
export const origins: OptionCheck = (value) => {
  if (!Array.isArray(value) || !value.every((item) => text(item) === undefined)) {
    return "must be a list of origins, such as ['https://example.com']";
  }
  if (value.length === 0) return EMPTY_LIST;
  const pattern = value.find((item) => String(item).includes('*'));
  if (pattern !== undefined) {
    return `holds ${JSON.stringify(pattern)}: there are no wildcards, name each origin`;
  }
  const withPath = value.find((item) => isWebUrl(item) && new URL(item).origin !== item);
  // It would never equal an `azp`, and refuse everybody.
  return withPath === undefined
    ? undefined
    : `holds ${JSON.stringify(withPath)}, which is no origin: write ${JSON.stringify(new URL(withPath).origin)}`;
};

/** Origins of web pages, or none at all, which closes what the option is about. */
export const webOrigins: OptionCheck = (value) => {
  if (Array.isArray(value) && value.length === 0) return undefined;
  const problem = origins(value);
  if (problem) return problem;
  // A pattern or a bare host would equal no origin, and `null` those of addresses that run scripts.
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const other = list.find((item) => !isWebUrl(item));
  return other === undefined
    ? undefined
    : `holds ${JSON.stringify(other)}, which is no origin of a web page, such as https://satellite.example`;
};

function isWebUrl(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value);
}

/** `//host` and `/\host` look like paths and lead elsewhere, and so do they with a tab in between. */
function isPath(value: unknown): boolean {
  return typeof value === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(value);
}

function isHost(value: string): boolean {
  const url = `https://${value}`;
  return URL.canParse(url) && new URL(url).host === value.toLowerCase();
}
