import { organizationSyncOptions } from './organization-patterns.js';
import type { Random } from './random.js';
import type { AcceptsToken, ScenarioKeys, ScenarioOptions } from './scenario.js';
import { AUDIENCES, ORIGINS, type WorldInstance } from './world.js';

const ALL_KINDS = ['session_token', 'api_key', 'm2m_token', 'oauth_token'];
const MACHINE_KINDS = ['api_key', 'm2m_token', 'oauth_token'];

/** Whom the application expects: people with browsers, or machines. */
export type Audience = 'browsers' | 'machines';

/** The option `acceptsToken`, in every form it has. */
export function acceptsToken(random: Random, audience: Audience): AcceptsToken | undefined {
  const { pick } = random;
  if (audience === 'browsers') {
    return random.weighted<AcceptsToken | undefined>([
      [60, () => undefined],
      [15, () => 'session_token'],
      [12, () => 'any'],
      [8, () => ['session_token', ...MACHINE_KINDS.filter(() => random.chance(40))]],
      [3, () => pick(MACHINE_KINDS)],
      [2, () => []],
    ]);
  }
  return random.weighted<AcceptsToken | undefined>([
    [34, () => pick(MACHINE_KINDS)],
    [26, () => 'any'],
    [28, () => ALL_KINDS.filter(() => random.chance(65))],
    [6, () => undefined],
    [3, () => 'session_token'],
    [3, () => pick<AcceptsToken>([[], ['x'], ['any']])],
  ]);
}

/** Options that are mostly what somebody would set, and sometimes contradict each other. */
export function options(
  random: Random,
  instance: WorldInstance,
  { audience, satellite }: { readonly audience: Audience; readonly satellite: boolean },
): ScenarioOptions {
  const { pick } = random;
  return {
    publishableKey: random.weighted<string | undefined>([
      [96, () => instance.publishableKey],
      [2, () => undefined],
      [2, () => pick(['', 'pk_test_x', 'pk_live_', 'x', 'pk_test_Zm9v', instance.frontendApi])],
    ]),
    acceptsToken: acceptsToken(random, audience),
    apiVersion: random.usually<string | undefined>(undefined, ['v1', 'v2']),
    audience: random.some(35, () =>
      pick([AUDIENCES[0], [...AUDIENCES], [], '', ['', AUDIENCES[1]]]),
    ),
    authorizedParties: random.some(20, () => pick([[...ORIGINS], [ORIGINS[0]], [ORIGINS[1]], []])),
    clockSkewInMs: random.some(30, () =>
      pick([0, 5_000, 30_000, 4_500, 999, -1_000, Infinity, NaN]),
    ),
    headerType: random.some(5, () =>
      pick<string | string[]>(['JWT', ['JWT', 'at+jwt'], 'at+jwt', [], '', ['jwt']]),
    ),
    skipJwksCache: random.some(5, () => pick([true, false])),
    jwksCacheTtlInMs: random.some(5, () => pick([0, 1_000, -1])),
    organizationSyncOptions: random.some(35, () => organizationSyncOptions(random)),
    satelliteAutoSync: random.some(satellite ? 60 : 5, () => random.usually(true, [false])),
    isSatellite: satellite || random.some(10, () => false),
    signInUrl: random.some(satellite ? 92 : 25, () => signInUrl(random)),
    signUpUrl: random.some(15, () => pick(['https://app.example.com/sign-up', '/sign-up', ''])),
    afterSignInUrl: random.some(8, () => pick(['/welcome', 'https://app.example.com/in'])),
    afterSignUpUrl: random.some(8, () => pick(['/welcome', 'https://app.example.com/up'])),
    ...address(random, satellite),
  };
}

function signInUrl(random: Random): string {
  const usual = 'https://app.example.com/sign-in';
  const others = ['/sign-in', '', 'x', 'https://satellite.example.net/sign-in', `${usual}?a=1`];
  return random.usually(usual, others);
}

/** Where the instance's Frontend API is, besides where the publishable key says. */
function address(random: Random, satellite: boolean): ScenarioOptions {
  const proxyUrl = () =>
    random.usually(random.pick(['https://app.example.com/__clerk', '/__clerk', '/__clerk/']), [
      'https://proxy.example/a//',
      'https://proxy.example?x=1',
      'proxy.example',
      '',
      '//proxy.example/x',
    ]);
  const domain = () => random.usually('satellite.example.net', ['https://a.example', '']);
  return random.weighted<ScenarioOptions>([
    [satellite ? 60 : 4, () => ({ domain: domain() })],
    [satellite ? 30 : 12, () => ({ proxyUrl: proxyUrl() })],
    [5, () => ({ domain: domain(), proxyUrl: proxyUrl() })],
    [0, () => ({})],
  ]);
}

/** What a client can be made with that a call then overrides, unless by something empty. */
export function decoys(random: Random, instance: WorldInstance): ScenarioOptions {
  return {
    publishableKey: random.some(50, () => instance.publishableKey),
    proxyUrl: random.some(10, () => 'https://decoy.example/__clerk'),
    domain: random.some(10, () => 'decoy.example'),
    isSatellite: random.some(10, () => true),
    audience: random.some(10, () => AUDIENCES[1]),
  };
}

/** Which keys the application holds: mostly a secret key of the instance's type. */
export function keys(random: Random, instance: WorldInstance, audience: Audience): ScenarioKeys {
  const [own, other] =
    instance.type === 'production'
      ? (['sk_live_', 'sk_test_'] as const)
      : (['sk_test_', 'sk_live_'] as const);
  return {
    secretKey: random.weighted<ScenarioKeys['secretKey']>([
      [93, () => own],
      [4, () => other],
      [3, () => undefined],
    ]),
    machineSecretKey: random.chance(audience === 'machines' ? 40 : 4),
    jwtKey: random.some(45, () =>
      random.weighted<ScenarioKeys['jwtKey']>([
        [82, () => 'own'],
        [6, () => 'in one line'],
        [6, () => 'bare'],
        [4, () => 'foreign'],
        [2, () => 'broken'],
      ]),
    ),
  };
}
