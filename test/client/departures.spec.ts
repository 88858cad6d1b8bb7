import { describe, expect, test } from '@jest/globals';
import { bind } from '../../src/client/bind.js';
import { toConnection } from '../../src/client/connection.js';
import { routes } from '../../src/client/routes.js';
import { createSend } from '../../src/client/send.js';
import { type SeenRequest, backendApiForTests, json, rejection } from './backend-api-server.js';

interface Things {
  list(params?: object): Promise<unknown>;
  find(params: object): Promise<unknown>;
  bulk(params: readonly object[]): Promise<unknown>;
  bulkIn(boxId: string, params: readonly object[]): Promise<unknown>;
  upload(thingId: string, params: object): Promise<unknown>;
  complete(params: object): Promise<unknown>;
  clear(thingId: string, params: object): Promise<unknown>;
  rename(params: object): Promise<unknown>;
  page(): Promise<unknown>;
  shout(): Promise<unknown>;
}

const table = routes<Things>()(
  {
    list: 'GET /things?paginated=true',
    find: 'POST /things/find',
    bulk: 'POST /things/bulk',
    bulkIn: 'POST /boxes/{boxId}/bulk',
    upload: 'PUT /things/{thingId}/logo',
    complete: 'POST /things/complete',
    clear: 'DELETE /things/{thingId}',
    rename: 'POST /things/rename',
    page: 'GET /page',
    shout: 'GET /shout',
  },
  {
    find: { params: 'query' },
    upload: { params: 'form' },
    complete: { inQuery: ['sourceName'] },
    clear: { params: 'body' },
    rename: { nested: 'renamed' },
    page: { read: 'text' },
    shout: { read: ({ name }) => String(name).toUpperCase() },
  },
);

const api = await backendApiForTests();
const connection = toConnection({ secretKey: 'sk_test_1', apiUrl: api.url });
const things = bind(table, createSend(connection));
const ok: typeof api.answer = (res) => json(res, 200, { object: 'thing' });

async function seenOf(act: () => Promise<unknown>): Promise<SeenRequest> {
  api.answer = ok;
  await act();
  const [seen] = api.requests;
  if (!seen) throw new Error('No request was made.');
  return seen;
}

/** The parts of a form, by their names. */
async function partsOf({ body, headers }: SeenRequest): Promise<Map<string, File | string>> {
  const type = headers['content-type'] ?? '';
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  return new Map(form);
}

describe('a query', () => {
  test('that is fixed is sent, and no parameter takes its place', async () => {
    expect((await seenOf(() => things.list({ paginated: false, limit: 1 }))).url).toBe(
      '/v1/things?paginated=true&limit=1',
    );
  });

  test('may be where all the parameters of a POST go', async () => {
    const { url, body } = await seenOf(() => things.find({ someName: 'a b' }));
    expect([url, body]).toEqual(['/v1/things/find?some_name=a+b', '']);
  });

  test('may have some of them beside the body', async () => {
    const { url, body } = await seenOf(() => things.complete({ sourceName: 's', otherName: 1 }));
    expect([url, JSON.parse(body)]).toEqual([
      '/v1/things/complete?source_name=s',
      { other_name: 1 },
    ]);
  });
});

test('a colon of an id stays one, as the API compares it; a slash can not leave its segment', async () => {
  expect((await seenOf(() => things.clear('role_set:a/b', { n: 1 }))).url).toBe(
    '/v1/things/role_set:a%2Fb',
  );
});

describe('a body', () => {
  test('may be a list, whose items have their keys in snake case', async () => {
    const items = [{ emailAddress: 'a', publicMetadata: { aB: 1 } }, { emailAddress: 'b' }];
    const { body, headers } = await seenOf(() => things.bulk(items));
    expect(headers['content-type']).toBe('application/json');
    expect(JSON.parse(body)).toEqual([
      { email_address: 'a', public_metadata: { aB: 1 } },
      { email_address: 'b' },
    ]);
  });

  test('may be a list after an id, which fills its slot', async () => {
    const { url, body } = await seenOf(() => things.bulkIn('box_1', [{ aB: 1 }]));
    expect([url, JSON.parse(body)]).toEqual(['/v1/boxes/box_1/bulk', [{ a_b: 1 }]]);
  });

  test('a list in the place of an id is no id', async () => {
    // @ts-expect-error -- what JavaScript would let pass
    const error = await rejection(things.bulkIn([{ aB: 1 }]));
    expect(error).toMatchObject({ code: 'invalid_id', parameter: 'boxId' });
    expect(api.requests).toEqual([]);
  });

  test('may belong to a DELETE', async () => {
    const { url, body } = await seenOf(() => things.clear('a', { someName: 1 }));
    expect([url, JSON.parse(body)]).toEqual(['/v1/things/a', { some_name: 1 }]);
  });

  test('has keys in snake case at every depth where the operation says so, save in data', async () => {
    const params = { someName: [{ innerName: 1 }], publicMetadata: { aB: 1 } };
    const { body } = await seenOf(() => things.rename(params));
    expect(JSON.parse(body)).toEqual({
      some_name: [{ inner_name: 1 }],
      public_metadata: { aB: 1 },
    });
  });
});

describe('a form', () => {
  test('carries files as they are, and the rest as text', async () => {
    const file = new File(['png'], 'logo.png', { type: 'image/png' });
    const params = { file, uploaderUserId: 'user_1', gone: undefined, isPublic: false };
    const seen = await seenOf(() => things.upload('a', params));
    expect(seen.method).toBe('PUT');
    expect(seen.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    const parts = await partsOf(seen);
    expect([...parts.keys()]).toEqual(['file', 'uploader_user_id', 'is_public']);
    expect(parts.get('file')).toMatchObject({ name: 'logo.png', type: 'image/png' });
    expect([parts.get('uploader_user_id'), parts.get('is_public')]).toEqual(['user_1', 'false']);
  });

  test('is sent whole at each attempt', async () => {
    const retry = { attempts: 2, firstDelayInMs: 1 };
    const send = createSend(toConnection({ secretKey: 'sk_test_1', apiUrl: api.url, retry }));
    api.answer = (res, req) => (api.requests.length > 1 ? ok(res, req) : json(res, 503, {}));
    await bind(table, send).upload('a', { file: new Blob(['png']) });
    expect(api.requests).toHaveLength(2);
    for (const request of api.requests) {
      expect(await partsOf(request)).toEqual(new Map([['file', expect.any(Blob)]]));
      expect(request.body).toContain('png');
    }
  });
});

describe('an answer', () => {
  test('that is no JSON is text where the operation says so', async () => {
    api.answer = (res) => res.end('<html>');
    await expect(things.page()).resolves.toBe('<html>');
  });

  test.each([
    [{ name: 'a' }, 'A'],
    [
      [{ name: 'a' }, { name: 'b' }],
      ['A', 'B'],
    ],
    [
      { data: [{ name: 'a' }], total_count: 9 },
      { data: ['A'], totalCount: 9 },
    ],
  ])("is read by the operation's own reader, each item of a list too: %j", async (body, value) => {
    api.answer = (res) => json(res, 200, body);
    await expect(things.shout()).resolves.toEqual(value);
  });
});
