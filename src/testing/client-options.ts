import type { LocalInstance } from './local-instance.js';

/** Options that lead an application, or the vendor's SDKs, to a `LocalClerk`. */
export interface LocalClerkClientOptions {
  publishableKey: string;
  secretKey: string;
  machineSecretKey: string;
  apiUrl: string;
  proxyUrl: string;
  signInUrl: string;
  signUpUrl: string;
}

/** The same as environment variables. */
export interface LocalClerkEnvironment {
  CLERK_PUBLISHABLE_KEY: string;
  CLERK_SECRET_KEY: string;
  CLERK_MACHINE_SECRET_KEY: string;
  CLERK_API_URL: string;
  CLERK_PROXY_URL: string;
  CLERK_SIGN_IN_URL: string;
  CLERK_SIGN_UP_URL: string;
  CLERK_WEBHOOK_SIGNING_SECRET: string;
}

/** The same for an application with a Frontend API proxy, from which `proxyUrl` follows. */
export interface ProxiedLocalClerkEnvironment extends Omit<
  LocalClerkEnvironment,
  'CLERK_PROXY_URL'
> {
  CLERK_FAPI_URL: string;
}

/** The options for an instance that is served at an origin: both APIs and the pages live there. */
export function clientOptions(instance: LocalInstance, origin: string): LocalClerkClientOptions {
  return {
    publishableKey: instance.publishableKey,
    secretKey: instance.secretKey,
    machineSecretKey: instance.machineSecretKey,
    apiUrl: origin,
    proxyUrl: origin,
    signInUrl: `${origin}/sign-in`,
    signUpUrl: `${origin}/sign-up`,
  };
}

/** The variables that set the same options, and the secret of its webhooks. */
export function environmentOf(
  options: LocalClerkClientOptions,
  webhookSigningSecret: string,
): LocalClerkEnvironment {
  return {
    CLERK_PUBLISHABLE_KEY: options.publishableKey,
    CLERK_SECRET_KEY: options.secretKey,
    CLERK_MACHINE_SECRET_KEY: options.machineSecretKey,
    CLERK_API_URL: options.apiUrl,
    CLERK_PROXY_URL: options.proxyUrl,
    CLERK_SIGN_IN_URL: options.signInUrl,
    CLERK_SIGN_UP_URL: options.signUpUrl,
    CLERK_WEBHOOK_SIGNING_SECRET: webhookSigningSecret,
  };
}

/** The variables for an application with a Frontend API proxy at a path. */
export function proxiedEnvironmentOf(
  { CLERK_PROXY_URL, ...rest }: LocalClerkEnvironment,
  path: string,
): ProxiedLocalClerkEnvironment {
  return {
    ...rest,
    CLERK_FAPI_URL: CLERK_PROXY_URL,
    CLERK_SIGN_IN_URL: `${path}/sign-in`,
    CLERK_SIGN_UP_URL: `${path}/sign-up`,
  };
}
