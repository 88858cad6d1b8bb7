import type { Random } from './random.js';
import type { Scenario, ScenarioApi, ScenarioRequest } from './scenario.js';
import { handshakeToken, m2mToken, sessionToken, unsignedPart } from './staged-tokens.js';
import type { TokenPool } from './token-pool.js';
import { AUDIENCES, DEVELOPMENT, type WorldInstance } from './world.js';

/** What a staged scenario has beside a plain request for a page. */
type Stage = Partial<Pick<Scenario, 'options' | 'keys'>> & {
  readonly target?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly api?: Partial<ScenarioApi>;
};

const PAGE: ScenarioRequest = {
  method: 'GET',
  origin: 'http://localhost:3000',
  target: '/',
  headers: { host: 'localhost:3000', 'sec-fetch-dest': 'document' },
};

const ODD_TIMES = [{ exp: -1e300 }, { nbf: 1e300 }, { iat: 1e300 }] as const;

const JSON_TYPE = 'application/json';

const REFRESH_FAILURES: readonly (readonly [status: number, contentType: string, body: string])[] =
  [
    [401, JSON_TYPE, '{"errors":[{"code":"clerk_key_invalid","message":"No."}]}'],
    [401, JSON_TYPE, '{"errors":[{"code":"refresh_token_invalid","message":"No."}]}'],
    [429, JSON_TYPE, '{"errors":[{"code":"too_many_requests","message":"No."}]}'],
    [500, JSON_TYPE, '{"errors":[{"code":"internal_clerk_error","message":"No."}]}'],
    [500, JSON_TYPE, '{"errors":[{"code":"unexpected_error","message":"No."}]}'],
    [503, JSON_TYPE, '{}'],
    [200, JSON_TYPE, '{"object":"cookies","cookies":[]}'],
  ];

/** A scenario with one rare thing and nothing else: among many, it would hardly ever come alone. */
export function staged(
  random: Random,
  pool: TokenPool,
  instance: WorldInstance,
  scenario: Scenario,
): Scenario {
  const { options, keys, target, headers, api } = stage(random, pool, instance);
  const type = instance.type === 'production' ? 'sk_live_' : 'sk_test_';
  return {
    ...scenario,
    options: { publishableKey: instance.publishableKey, ...options },
    clientOptions: {},
    keys: { secretKey: type, machineSecretKey: false, ...keys },
    request: { ...PAGE, target: target ?? '/', headers: { ...PAGE.headers, ...headers } },
    api: { ...scenario.api, jwks: 'published', ...api },
  };
}

function stage(random: Random, pool: TokenPool, instance: WorldInstance): Stage {
  const { pick } = random;
  const browser = 'theme=dark; __clerk_db_jwt=dvb_1; __client_uat=1';
  const withSession = (session: string) => ({ cookie: `${browser}; __session=${session}` });
  const refresh = (status: number, contentType: string, body: string): Stage => ({
    headers: { cookie: expiredCookies(pool.session(random, 'expired', instance), instance) },
    api: { refresh: { status, contentType, body } },
  });
  const otherKind = random.chance(50)
    ? { header: { cat: 'cl_B7d4PD222AAA' } }
    : { claims: { sub: 'mch_1' } };
  const refused = () => asking(pick(['oat_1', 'ak_1', 'mt_1']), pick([401, 404, 500]));
  if (random.chance(25)) return refresh(...pick(REFRESH_FAILURES));
  if (random.chance(15)) return refused();
  return pick<() => Stage>([
    () => refresh(200, 'text/html', '<h1>Hello</h1>'),
    () => refresh(500, JSON_TYPE, '{'),
    () => ({ headers: withSession(sessionToken(instance, random, { claims: pick(ODD_TIMES) })) }),
    () => ({
      options: { publishableKey: instance.publishableKey, acceptsToken: 'any' },
      headers: { authorization: `Bearer ${unsignedPart(m2mToken('mch_2'))}` },
    }),
    () => ({
      target: '/orgs/acme',
      options: {
        publishableKey: instance.publishableKey,
        organizationSyncOptions: { organizationPatterns: ['/orgs/:slug+'] },
      },
      headers: { cookie: browser },
    }),
    () => satellite('/me?'),
    () => asking(pick(['oat_a.b.c', 'ak_a.b.c']), 404),
    () => ({
      options: { publishableKey: instance.publishableKey, acceptsToken: 'm2m_token' },
      keys: { machineSecretKey: false, secretKey: undefined },
    }),
    () => ({ target: '/.//evil.example/a', headers: forwarded('app.example.com', browser) }),
    () => ({ headers: forwarded('user@app.example.com', browser) }),
    () => ({ headers: forwarded(' app.example.com , inner.example', browser) }),
    () => ({
      headers: withSession(sessionToken(instance, random, { claims: { iat: pick([null, '1']) } })),
    }),
    () => ({
      options: { publishableKey: instance.publishableKey, audience: AUDIENCES[0] },
      headers: withSession(
        sessionToken(instance, random, { claims: { aud: pick([5, ['https://x', 5]]) } }),
      ),
    }),
    () => ({
      headers: withSession(sessionToken(instance, random, { header: { kid: 'ins_other' } })),
    }),
    () => bringing(`__session=${sessionToken(instance, random, otherKind)}`, browser),
    () => ({
      options: { publishableKey: instance.publishableKey, acceptsToken: 'm2m_token' },
      headers: { authorization: `Bearer ${m2mToken(pick(['mch_2', 'mch_3']))}` },
    }),
    () => ({
      target: `/?__clerk_handshake=${handshakeToken()}`,
      headers: { cookie: browser },
      api: { jwks: 'empty' },
    }),
  ])();
}

/** Cookies with the instance's suffix, so that nothing is left out of the question. */
function expiredCookies(session: string, { cookieSuffix }: WorldInstance): string {
  const values = { __session: session, __client_uat: '1', __clerk_db_jwt: 'dvb_1', __refresh: 'r' };
  return Object.entries(values)
    .map(([name, value]) => `${name}_${cookieSuffix}=${value}`)
    .join('; ');
}

/** A development satellite that has not met the browser. */
function satellite(target: string): Stage {
  return {
    target,
    options: {
      publishableKey: DEVELOPMENT[0]?.publishableKey,
      isSatellite: true,
      satelliteAutoSync: true,
      domain: 'satellite.example.net',
      signInUrl: 'https://app.example.com/sign-in',
    },
    keys: { secretKey: 'sk_test_', machineSecretKey: false },
  };
}

/** A machine whose opaque token the Backend API does not take. */
function asking(machineToken: string, status: number): Stage {
  const body = '{"errors":[{"code":"some_code","message":"No."}]}';
  const answer = { status, contentType: JSON_TYPE, body };
  return {
    options: { publishableKey: DEVELOPMENT[0]?.publishableKey, acceptsToken: 'any' },
    headers: { authorization: `Bearer ${machineToken}` },
    api: { apiKey: answer, m2mToken: answer, oauthToken: answer },
  };
}

function forwarded(host: string, cookie: string): Record<string, string> {
  return { 'x-forwarded-host': host, 'x-forwarded-proto': 'https', cookie };
}

function bringing(directive: string, cookie: string): Stage {
  const body = JSON.stringify({ directives: [directive] });
  return {
    target: '/?__clerk_handshake_nonce=nonce_1',
    headers: { cookie },
    api: { handshakePayload: { status: 200, contentType: JSON_TYPE, body } },
  };
}
