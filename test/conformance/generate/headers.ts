import { accountPortalOf } from './portal.js';
import type { Random } from './random.js';
import type { ScenarioRequest } from './scenario.js';
import type { WorldInstance } from './world.js';
import { ORIGINS } from './world.js';

type Headers = Record<string, string | undefined>;

/** The headers by which browsers and proxies tell where a request was sent to and from. */
export function addressHeaders(random: Random, origin: string): Headers {
  const { pick } = random;
  const { host } = new URL(origin);
  const proxied = (): Headers => {
    const { host: publicHost, protocol } = new URL(pick(ORIGINS));
    return {
      'x-forwarded-host': random.chance(80)
        ? publicHost
        : pick([
            `${publicHost}, inner.example`,
            `${publicHost} , inner.example`,
            `,${publicHost}`,
            'a b',
            'x:99999',
            '[::1]:3000',
            'user@evil.example',
            'evil.example/path',
            'evil.example?x=',
            'EXAMPLE.com:443',
          ]),
      'x-forwarded-proto': random.chance(85)
        ? protocol.slice(0, -1)
        : pick([
            `${protocol.slice(0, -1)},http`,
            `${protocol.slice(0, -1)} , http`,
            'HTTPS',
            'ftp',
            'x',
            ',https',
            'https://evil.example/',
            'https:',
          ]),
    };
  };
  return {
    host: random.weighted<string | undefined>([
      [85, () => host],
      [5, () => undefined],
      [5, () => 'inner.example:8080'],
      [5, () => pick(['a b', '', 'x:99999', 'evil.example/path'])],
    ]),
    ...random.some(40, proxied),
    ...random.some(3, () => ({ 'x-forwarded-host': undefined, 'x-forwarded-proto': 'https' })),
    ...random.some(3, () => ({ 'cloudfront-forwarded-proto': 'https' })),
    'x-forwarded-port': random.some(5, () => '8443'),
  };
}

/** The headers by which a browser says what it asks for. */
export function purposeHeaders(random: Random): Headers {
  const { pick } = random;
  return {
    'sec-fetch-dest': random.weighted<string | undefined>([
      [65, () => 'document'],
      [6, () => 'iframe'],
      [10, () => 'empty'],
      [17, () => undefined],
      [2, () => pick(['Document', 'image', 'document, iframe'])],
    ]),
    accept: pick([
      'text/html,application/xhtml+xml',
      'text/html',
      '*/*',
      'application/json',
      'TEXT/HTML',
      undefined,
    ]),
    'user-agent': random.some(50, () => 'Mozilla/5.0'),
  };
}

/** Where a page says that the visitor comes from; and the `Origin`, which only some requests have. */
export function originHeaders(random: Random, instance: WorldInstance, own: string): Headers {
  const { pick } = random;
  const { frontendApi } = instance;
  return {
    referer: random.weighted<string | undefined>([
      [45, () => undefined],
      [15, () => `${own}/before?x=1`],
      [20, () => `${pick(ORIGINS)}/before`],
      [4, () => `https://${frontendApi}/v1/client`],
      [5, () => `${accountPortalOf(instance)}/sign-in`],
      [8, () => pick(PORTALS)],
      [3, () => pick(ODD_REFERRERS)],
    ]),
    origin: random.some(15, () => pick([own, ...ORIGINS, 'null', 'not an origin'])),
  };
}

/** Account portals of all sorts, and what looks like one. */
const PORTALS = [
  'https://calm-otter-12.accounts.dev/sign-in',
  'https://other-otter-1.accounts.dev/',
  'https://other-otter-1.accountsstage.dev/',
  'https://other-otter-1.accounts.lclclerk.com/',
  'https://accounts.other.otter-1.lcl.dev/',
  'https://accounts.other.lclstage.dev/',
  'https://other.lcl.dev/',
  'https://other-otter-1.clerk.accounts.dev/',
  'https://evilaccounts.dev/',
  'https://accounts.dev/',
  'http://accounts.example.com/',
  'https://accounts.example.com:8443/',
  'https://accounts.example.com.evil.example/',
];

const ODD_REFERRERS = [
  'not a url',
  'about:blank',
  '/relative',
  'https://',
  'HTTPS://APP.EXAMPLE.COM/',
];

/** How often which method asks. */
export function method(random: Random): ScenarioRequest['method'] {
  return random.weighted([
    [85, () => 'GET'],
    [8, () => 'POST'],
    [3, () => 'HEAD'],
    [4, () => random.pick(['PUT', 'DELETE', 'OPTIONS', 'PATCH', 'get', 'post'])],
  ]);
}
