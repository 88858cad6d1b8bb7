import { expect, test } from '@jest/globals';
import { inspect } from 'node:util';
import { createBackendApiClient } from '../../src/client/index.js';
import type { BackendApiClient } from '../../src/client/index.js';
import { backendApiForTests, rejection } from './backend-api-server.js';

const api = await backendApiForTests();

const SECRET = 'ak_never_to_be_seen';

/** A part of it: what a parser quotes may be cut off. */
const PART = /never|to_be|seen/;

const operations: readonly (readonly [string, (clerk: BackendApiClient) => Promise<unknown>])[] = [
  ['apiKeys.getSecret', ({ apiKeys }) => apiKeys.getSecret('ak_1')],
  ['apiKeys.create', ({ apiKeys }) => apiKeys.create({ name: 'n', subject: 'user_1' })],
  ['m2m.createToken', ({ m2m }) => m2m.createToken()],
  ['machines.getSecretKey', ({ machines }) => machines.getSecretKey('mch_1')],
  [
    'oauthApplications.rotateSecret',
    ({ oauthApplications }) => oauthApplications.rotateSecret('oa_1'),
  ],
  ['directories.rotateApiKey', ({ directories }) => directories.rotateApiKey('dir_1')],
  ['adminPortalLinkTokens.create', ({ adminPortalLinkTokens }) => adminPortalLinkTokens.create()],
];

const bodies: readonly (readonly [string, string])[] = [
  ['no quotes', `{"secret":${SECRET}}`],
  ['a quote too few', `{"secret":"${SECRET}}`],
  ['nothing around it', SECRET],
  ['only quotes around it', JSON.stringify(SECRET)],
  ['something behind it', `{"secret":"${SECRET}"} ${SECRET}`],
];

const cases = operations.flatMap(([name, call]) =>
  bodies.map(([body, text]) => ({ name, call, body, text })),
);

test.each(cases)(
  'the secret in a broken answer is neither in the error nor in a hook: $name, $body',
  async ({ call, text }) => {
    api.answer = (res) => {
      res.writeHead(200, { 'Content-Type': 'application/json' });
      res.end(text);
    };
    const events: unknown[] = [];
    const watch = (event: unknown): void => void events.push(event);
    const clerk = createBackendApiClient({
      secretKey: 'sk_test_1',
      apiUrl: api.url,
      onRequest: watch,
      onResponse: watch,
      onFailure: watch,
    });
    const error = await rejection(call(clerk));
    expect(error).toMatchObject({ code: 'api_response_error', status: 200 });
    expect(events).toHaveLength(2);
    const everything = { depth: Infinity, showHidden: true, maxStringLength: Infinity };
    const stack = error instanceof Error ? error.stack : '';
    const shown = [
      String(error),
      stack,
      JSON.stringify(error),
      inspect([error, events], everything),
    ];
    expect(shown.join('\n')).not.toMatch(PART);
  },
);
