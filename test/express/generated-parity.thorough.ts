import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { BackendApi } from '../conformance/compare/backend-api.js';
import { compare } from '../conformance/compare/compare.js';
import { NOW } from '../conformance/generate/world.js';
import { NOTHING, summaryOf, together } from '../conformance/run/summary.js';
import { SERVER_DIFFERENCES } from '../conformance/servers/differences/list.js';
import { isReadable } from '../conformance/servers/generate/wire.js';
import { exchangesOf } from '../conformance/servers/generate/exchanges.js';
import { type Form, GeneratedSides } from './support/generated-sides.js';

// The generated requests of the conformance suite, of production instances and satellites too, with
// odd options, failing keys and a Backend API that does not always answer: to two Express
// applications, one with our clerkMiddleware() and one with the vendor's. The differences are those
// of that suite, and no others.

const SEED = 20_261_121;
const GROUPS = 3;
const EXCHANGES = 12;
const FORMS: readonly Form[] = ['object', 'function', 'async function'];

let api: BackendApi;
beforeAll(async () => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
  for (const method of ['log', 'warn', 'error'] as const) {
    jest.spyOn(console, method).mockImplementation(() => undefined);
  }
  jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  api = await BackendApi.start();
});
afterAll(async () => {
  await api.stop();
  jest.restoreAllMocks();
});

describe.each(FORMS.map((form, part) => [form, part] as const))('options: %s', (form, part) => {
  test('gives every generated request the vendor’s answer, but for the differences that are listed', async () => {
    let summary = NOTHING;
    for (let index = 0; index < GROUPS; index += 1) {
      const sides = new GeneratedSides(api, form);
      for (const exchange of exchangesOf(SEED, index * FORMS.length + part, EXCHANGES)) {
        // Where options are refused at once no request is answered, and otherwise Express itself
        // answers those that it can't read.
        if (form !== 'object' && !isReadable(exchange)) continue;
        const scenario = { ...exchange, platform: 'express' as const };
        const comparison = await compare(sides, scenario, SERVER_DIFFERENCES);
        summary = together(summary, summaryOf(comparison));
      }
      await sides.close();
    }
    expect(summary.groups).toEqual([]);
    expect(summary.scenarios).toBeGreaterThanOrEqual(GROUPS * (EXCHANGES - 2));
    expect(Object.keys(summary.verdicts).join()).toMatch(/200.*307|307.*200/);
    expect(api.strays).toEqual([]);
  }, 60_000);
});
