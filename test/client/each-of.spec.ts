import { describe, expect, test } from '@jest/globals';
import { ClerkApiError, createBackendApiClient } from '../../src/client/index.js';
import { eachInOne, eachOf } from '../../src/client/each-of.js';
import type { PaginatedResourceResponse } from '../../src/client/index.js';
import { backendApiForTests, json, rejection } from './backend-api-server.js';

const api = await backendApiForTests();
const client = createBackendApiClient({ secretKey: 'sk_test_each', apiUrl: api.url });

interface Page {
  limit?: number;
  offset?: number;
  query?: string;
}

const numbers = (count: number) => Array.from({ length: count }, (_item, index) => index);

/** A list of so many numbers, which notes what it was asked. */
function listOf(count: number, { counts }: { counts: boolean }) {
  const asked: Page[] = [];
  const list = async (params: Page): Promise<number[] | PaginatedResourceResponse<number[]>> => {
    asked.push(params);
    const { limit = 10, offset = 0 } = params;
    const data = numbers(count).slice(offset, offset + limit);
    return counts ? { data, totalCount: count } : data;
  };
  return { asked, list };
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe('each', () => {
  test.each([
    [0, true, 1],
    [0, false, 1],
    [7, true, 1],
    [7, false, 1],
    [100, true, 1],
    [100, false, 2],
    [250, true, 3],
    [250, false, 3],
  ])('yields all of %i items (counted: %s), in %i requests', async (count, counts, requests) => {
    const { asked, list } = listOf(count, { counts });
    expect(await all(eachOf(list))).toEqual(numbers(count));
    expect(asked).toEqual(numbers(requests).map((page) => ({ limit: 100, offset: page * 100 })));
  });

  test('takes limit for the size of a page, offset for where to begin, and hands on the rest', async () => {
    const { asked, list } = listOf(7, { counts: true });
    expect(await all(eachOf(list, { limit: 2, offset: 3, query: 'q' }))).toEqual([3, 4, 5, 6]);
    expect(asked).toEqual([
      { limit: 2, offset: 3, query: 'q' },
      { limit: 2, offset: 5, query: 'q' },
    ]);
  });

  test('asks nothing before the first item is wanted', () => {
    const { asked, list } = listOf(7, { counts: true });
    eachOf(list);
    expect(asked).toEqual([]);
  });

  test('fetches no page that nobody reads', async () => {
    const { asked, list } = listOf(1_000, { counts: true });
    for await (const item of eachOf(list, { limit: 10 })) if (item === 14) break;
    expect(asked.map(({ offset }) => offset)).toEqual([0, 10]);
    for await (const item of eachOf(list, { limit: 10 })) if (item === 9) break;
    expect(asked.map(({ offset }) => offset)).toEqual([0, 10, 0]);
  });

  test('ends on a page that is empty, whatever the API counts', async () => {
    const { asked, list } = listOf(2, { counts: false });
    const counted = async (params: Page) => ({ data: [await list(params)].flat(2), totalCount: 9 });
    expect(await all(eachOf<Page, unknown>(counted, { limit: 2 }))).toHaveLength(2);
    expect(asked).toHaveLength(2);
  });

  test('loses nothing where the API gives shorter pages than were asked for', async () => {
    const { asked, list } = listOf(25, { counts: true });
    const clamped = (params: Page) => list({ ...params, limit: Math.min(10, params.limit ?? 10) });
    expect(await all(eachOf(clamped))).toEqual(numbers(25));
    expect(asked.map(({ offset }) => offset)).toEqual([0, 10, 20]);
  });

  test('ends on a page that is not full where the API does not count', async () => {
    const list = async () => [1];
    expect(await all(eachOf<Page, number>(list, { limit: 2 }))).toEqual([1]);
  });

  test('a server that gives the same page for ever is no endless loop', async () => {
    const list = async () => ({ data: [1, 2], totalCount: 1_000 });
    const error = await rejection(all(eachOf<Page, number>(list, { limit: 2 })));
    expect(error).toMatchObject({ code: 'repeated_page' });
  });

  test.each([0, -1, 1.5, Number.NaN, Infinity])('refuses pages of %d items', async (limit) => {
    const { asked, list } = listOf(7, { counts: true });
    expect(await rejection(all(eachOf(list, { limit })))).toMatchObject({
      message: expect.stringContaining('limit'),
    });
    expect(asked).toEqual([]);
  });

  test('a list without pages is asked once', async () => {
    const { asked, list } = listOf(7, { counts: false });
    expect(await all(eachInOne(list, { query: 'q' }))).toHaveLength(7);
    expect(asked).toEqual([{ query: 'q' }]);
  });

  test.each(['"5"', '-1', '1.5', '1e400'])('refuses %s for an offset', async (offset) => {
    const { asked, list } = listOf(7, { counts: true });
    // Handed on from a request without a look at it.
    const params: Page = JSON.parse(`{"offset":${offset}}`);
    expect(await rejection(all(eachOf(list, params)))).toMatchObject({
      code: 'invalid_configuration',
      message: expect.stringContaining('`offset`'),
    });
    expect(asked).toEqual([]);
  });

  test('leaves the parameters as they were', async () => {
    const params = Object.freeze({ limit: 2 });
    expect(await all(eachOf(listOf(5, { counts: true }).list, params))).toHaveLength(5);
  });
});

describe('on the wire', () => {
  const user = (id: number) => ({ object: 'user', id: `user_${id}` });

  test('users come page by page, without being counted', async () => {
    api.answer = (res, { url }) => {
      const offset = Number(new URL(url, api.url).searchParams.get('offset'));
      json(
        res,
        200,
        numbers(5)
          .slice(offset, offset + 2)
          .map(user),
      );
    };
    const ids = (await all(client.users.each({ query: 'ada', limit: 2 }))).map(({ id }) => id);
    expect(ids).toEqual(['user_0', 'user_1', 'user_2', 'user_3', 'user_4']);
    const asked = api.requests.map(({ url }) =>
      Object.fromEntries(new URL(url, api.url).searchParams),
    );
    expect(asked).toEqual(['0', '2', '4'].map((offset) => ({ query: 'ada', limit: '2', offset })));
    expect(api.requests.map(({ url }) => url.split('?')[0])).toEqual(Array(3).fill('/v1/users'));
  });

  test('a page that fails rejects the loop, after the items before it', async () => {
    api.answer = (res) => {
      if (api.requests.length === 1) json(res, 200, [user(0), user(1)]);
      else json(res, 500, { errors: [] });
    };
    const found: string[] = [];
    const loop = async () => {
      for await (const { id } of client.users.each({ limit: 2 })) found.push(id);
    };
    expect(await rejection(loop())).toBeInstanceOf(ClerkApiError);
    expect(found).toEqual(['user_0', 'user_1']);
  });

  test('an aborted signal ends the loop between two pages', async () => {
    api.answer = (res) => json(res, 200, [user(0), user(1)]);
    const controller = new AbortController();
    const { users } = client.with({ signal: controller.signal });
    const loop = async () => {
      for await (const { id } of users.each({ limit: 2 })) if (id === 'user_1') controller.abort();
    };
    expect(await rejection(loop())).toMatchObject({ failure: 'aborted' });
    expect(api.requests).toHaveLength(1);
  });
});
