import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import { milliseconds, type OptionCheck } from '../options/option-checks.js';
import { readFrontendApiUrl } from './frontend-api-url.js';
import {
  DEFAULT_PROXY_PATH,
  DEFAULT_PROXY_TIMEOUT_IN_MS,
  type FrontendApiProxyOptions,
} from './frontend-api-proxy-options.js';

/** The option after it has been checked, of a proxy that is not switched off. */
export interface ProxySettings {
  readonly enabled: true | ((url: URL) => boolean);
  /** Begins with a slash and ends without one. */
  readonly path: string;
  readonly timeoutInMs: number;
  /** Where requests go in place of the Frontend API of the publishable key. */
  readonly frontendApiUrl: URL | undefined;
}

/** The longest delay that a timer of Node can hold. */
const LONGEST_TIMEOUT_IN_MS = 2 ** 31 - 1;

const MEMBERS: { readonly [Name in keyof Required<FrontendApiProxyOptions>]: OptionCheck } = {
  enabled: (value) =>
    typeof value === 'boolean' || typeof value === 'function'
      ? undefined
      : "must be true, false or a function of the request's URL",
  path: (value) =>
    typeof value === 'string' && (value === '' || isPath(value))
      ? undefined
      : 'must be a path below the root, such as /__clerk, of letters, digits and marks that need no encoding',
  timeoutInMs: (value) => {
    const isDelay = milliseconds(value) === undefined && Number(value) > 0;
    return isDelay && Number(value) <= LONGEST_TIMEOUT_IN_MS
      ? undefined
      : `must be a number of milliseconds between 1 and ${LONGEST_TIMEOUT_IN_MS}`;
  },
};

/**
 * Checks the option `frontendApiProxy`.
 *
 * @param given The option as the application gave it.
 * @param frontendApiUrl The text of `CLERK_FAPI_URL`, if any; looked at only where a proxy is wanted.
 * @returns Undefined where there is to be no proxy.
 * @throws ClerkConfigurationError that names the member, or the variable.
 */
export function readProxySettings(
  given: FrontendApiProxyOptions | undefined,
  frontendApiUrl: string | undefined,
): ProxySettings | undefined {
  if (given === undefined) return undefined;
  const problems = problemsOf(given);
  if (problems.length > 0) {
    const list = problems.map((problem) => `frontendApiProxy${problem}.`);
    throw new ClerkConfigurationError(list.join('\n'));
  }
  const { enabled, path, timeoutInMs = DEFAULT_PROXY_TIMEOUT_IN_MS } = given;
  if (enabled === false) return undefined;
  return {
    enabled,
    path: withoutSlashes(path || DEFAULT_PROXY_PATH),
    timeoutInMs,
    frontendApiUrl: readFrontendApiUrl(frontendApiUrl),
  };
}

function problemsOf(given: unknown): string[] {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    return [' must be an object, such as { enabled: true }'];
  }
  const names = Object.keys(MEMBERS);
  const unknown = Object.keys(given).filter((name) => !names.includes(name));
  return [
    ...unknown.map((name) => ` has no member ${name}; it takes ${names.join(', ')}`),
    ...Object.entries(MEMBERS).flatMap(([name, check]) => {
      const value: unknown = Reflect.get(given, name);
      const problem = value === undefined && name !== 'enabled' ? undefined : check(value);
      return problem ? [`.${name} ${problem}`] : [];
    }),
  ];
}

/** What is the same to whoever reads it: nothing to decode, nothing to resolve. */
function isPath(value: string): boolean {
  const path = withoutSlashes(value);
  const segments = path.split('/').slice(1);
  return (
    /^(?:\/[\w.~!$&'()*+,;=:@-]+)+$/.test(path) && !segments.some((name) => /^\.\.?$/.test(name))
  );
}

function withoutSlashes(path: string): string {
  return path.endsWith('/') ? withoutSlashes(path.slice(0, -1)) : path;
}
