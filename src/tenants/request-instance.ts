import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import { assertDeployment, type Deployment, primarySignInUrl } from '../engine/deployment.js';
import { ClerkRequestError } from '../engine/errors.js';
import { readPublicUrl } from '../engine/facts/public-url.js';
import type { RequestSource } from '../engine/facts/request-source.js';
import { createInstance, type Instance } from '../engine/instance.js';
import { urlOrPath, domainName, flag, type OptionCheck } from '../options/option-checks.js';
import type { DeploymentOptions, ResolvedOptions } from '../options/resolved-options.js';

/** What an instance needs beside where the application is deployed. */
type Connection = Pick<Instance, 'keys' | 'tokens' | 'backend'>;

/** Gives the instance that a request is authenticated against. */
export type InstanceOf = (source: RequestSource) => Instance;

/**
 * The instance of every request: one and the same, unless an option about the deployment is a
 * function of the request's URL.
 */
export function instanceSource(
  { publishableKey, deployment }: ResolvedOptions,
  connection: Connection,
): InstanceOf {
  const fixed = fixedDeployment(deployment);
  const build = (known: Deployment) =>
    createInstance({ publishableKey, deployment: known, ...connection });
  if (fixed) {
    const instance = build(fixed);
    return () => instance;
  }
  const isDevelopment = publishableKey?.instanceType === 'development';
  return (source) => {
    const known = deploymentAt(deployment, readPublicUrl(source));
    // A host that the functions know nothing of is its sender's mistake.
    const isAsked = [deployment.domain, deployment.proxyUrl].some(isFunction);
    if (isAsked && known.isSatellite && !known.domain && !known.proxyUrl) throw unknownHost();
    assertDeployment(known, isDevelopment);
    if (known.isSatellite && known.signInUrl) primarySignInUrl(known);
    return build(known);
  };
}

function isFunction(option: unknown): boolean {
  return typeof option === 'function';
}

function unknownHost(): ClerkRequestError {
  return new ClerkRequestError('The host of this request is none of this application.');
}

/** The deployment that holds for every request; none where some of it follows from the URL. */
export function fixedDeployment(options: DeploymentOptions): Deployment | undefined {
  const { proxyUrl, domain, isSatellite, ...rest } = options;
  const isFixed =
    typeof proxyUrl !== 'function' &&
    typeof domain !== 'function' &&
    typeof isSatellite !== 'function';
  return isFixed ? { proxyUrl, domain, isSatellite, ...rest } : undefined;
}

function deploymentAt(options: DeploymentOptions, url: URL): Deployment {
  const { proxyUrl, domain, isSatellite, ...rest } = options;
  return {
    ...rest,
    proxyUrl: valueAt('proxyUrl', proxyUrl, url, urlOrPath),
    domain: valueAt('domain', domain, url, domainName),
    isSatellite: valueAt('isSatellite', isSatellite, url, flag),
  };
}

/** What a function says is checked as the option itself is at boot. */
function valueAt<Value extends string | boolean>(
  name: string,
  option: Value | undefined | ((url: URL) => Value | undefined),
  url: URL,
  check: OptionCheck,
): Value | undefined {
  if (typeof option !== 'function') return option;
  // Each gets a URL of its own: they can be changed.
  const value = option(new URL(url)) || undefined;
  const problem = value === undefined ? undefined : check(value);
  if (problem) throw new ClerkConfigurationError(`What the function ${name} returned ${problem}.`);
  return value;
}
