import type { Random } from '../../generate/random.js';
import type { BrowserRequest } from './proxy-scenario.js';

const USUAL = [
  '',
  '/',
  '/v1/client',
  '/v1/client/sign_ins?_clerk_js_version=6.0.0',
  '/v1/environment?_method=PATCH&__clerk_api_version=2026-05-12',
  '/v1/client/handshake?redirect_url=https%3A%2F%2Fapp.example.com%2F%3Fa%3Db%26c',
  '/v1/oauth_callback?code=a%2Fb&state=x==',
  '/npm/@clerk/clerk-js@6/dist/clerk.browser.js',
  '/v1/a%20b/%C3%A9',
  '/v1/me/?',
  '/v1?',
  '/v1/x;y=z/a,b/~c',
  '/v1?q=//evil.example/../%2e%2e\\@x',
  '/v1?q=#fragment',
  '/v1/"<>`{}|^',
  '/v1?"<>\'`{}|^',
  '/v1/%zz?%',
  '/.well-known/jwks.json',
  '/v1/...',
  '/v1/.a./b',
];

/** Targets under the path that we refuse. */
const ESCAPES = [
  '//evil.example/v1',
  '/v1//client',
  '/@evil.example/v1',
  '/a:b@evil.example',
  '/%2Fevil.example',
  '/v1/%2f..',
  '/v1/%5Cx',
  '/v1/\\x',
  '/v1/../v1/client',
  '/./v1',
  '/%2e%2E/%2e',
  '/v1/..;/x',
  '/v1%0d%0aX:%20y',
  '/v1%00',
];

/** Targets that are not under the path, byte for byte. */
const ODD = [
  (path: string) => `//evil.example${path}/v1/client`,
  (path: string) => `http://evil.example${path}/v1/client?a`,
  (path: string) => `/x/..${path}/v1`,
  (path: string) => `/.${path}`,
  (path: string) => `${path}\\v1`,
  (path: string) => `${path}/..`,
  (path: string) => `${path}/../other`,
  (path: string) => `${path}/%2e%2e/${path}`,
];

const OTHERS = [
  (path: string) => `${path}evil/v1`,
  (path: string) => `${path}.evil.example/v1`,
  (path: string) => `/v1${path}/client`,
  (path: string) => path.toUpperCase(),
  (path: string) => path.slice(0, -1),
  (path: string) => path.replace('c', '%63'),
  () => '/v1/client',
  () => '/?x',
];

type Target = Pick<BrowserRequest, 'kind' | 'target'>;

/** The target of a request, mostly one for the proxy. */
export function targetOf(random: Random, path: string): Target {
  return random.weighted<Target>([
    [82, () => ({ kind: 'usual', target: path + random.pick(USUAL) })],
    [7, () => ({ kind: 'escape', target: path + random.pick(ESCAPES) })],
    [5, () => ({ kind: 'escape', target: random.pick(ODD)(path) })],
    [6, () => ({ kind: 'other', target: random.pick(OTHERS)(path) })],
  ]);
}
