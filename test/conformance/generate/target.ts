import type { Random } from './random.js';

const PATHS = [
  '/',
  '/',
  '/articles/5',
  '/orgs/acme',
  '/orgs/acme/',
  '/ORGS/acme/settings',
  '/orgs/globex/settings',
  '/orgs/org_1',
  '/orgs/org_2/x',
  '/orgs/a%20b',
  '/me',
  '/me/settings',
  '/Me/',
  '/a%20b/c',
  "/d'e",
];

const ODD_PATHS = [
  '/.//evil.example/a',
  '/.//evil.example/a',
  '//evil.example/a',
  '/a/../orgs/acme',
  '/%',
  '/a;b',
  '/é',
];

const ODD_PARTS = [
  'page=2',
  'q=a+b%20c',
  'q=%7E~*',
  'q=%',
  '__dev_session=x',
  '__clerk_help=1',
  '__clerk_db_jwt=',
  '__clerk_synced=',
  '__clerk_synced=x',
  '__clerk_handshake=',
  '__clerk_handshake_nonce=',
  '__session=x',
  '',
];

const SATELLITE = 'https%3A%2F%2Fsatellite.example.net%2Fback%3Fa%3D1';
const REDIRECT_URLS = [
  SATELLITE,
  SATELLITE,
  SATELLITE,
  `${SATELLITE}%26__clerk_synced%3Dfalse%26__clerk_db_jwt%3Dx`,
  'https%3A%2F%2Fsatellite.example.net',
  '%2Frelative',
  'x',
  '',
  'javascript%3Aalert(1)',
  'http%3A%2F%2F',
];

/** Path and query of a request, with what a handshake brings by query. */
export function target(random: Random, brought: Readonly<Record<string, string>>): string {
  const { pick } = random;
  const path = random.chance(94) ? pick(PATHS) : pick(ODD_PATHS);
  const odd = () => random.some(20, () => pick(ODD_PARTS));
  const parts = [
    odd(),
    ...Object.entries(brought).map(([name, value]) => `${name}=${value}`),
    random.some(22, () => `__clerk_synced=${pick(['true', 'false', 'false'])}`),
    random.some(9, () => `__clerk_redirect_url=${pick(REDIRECT_URLS)}`),
    random.some(7, () => '__clerk_db_jwt=dvb_4'),
    odd(),
  ].filter((part) => part !== undefined);
  const isEmpty = parts.length === 0;
  return isEmpty && !random.chance(8) ? path : `${path}?${parts.join('&')}`;
}
