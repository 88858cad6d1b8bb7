import { bind } from '../../../src/client/bind.js';
import { toAnswer } from '../../../src/client/to-answer.js';
import { OPERATIONS, SCHEMAS, type Operation } from '../../conformance/client/samples/data.js';
import { operationOf } from '../../conformance/client/samples/operation-of.js';
import { sampleOf } from '../../conformance/client/samples/sample.js';
import type { SourceRow } from '../operations/routes-of-source.js';

/** An answer, or an item of one that is a list, and what the client has read from it. */
export interface Reading {
  /** The name of the schema. */
  readonly kind: string;
  readonly sample: unknown;
  readonly resource: unknown;
}

/** Each alternative of a schema is met; none has more. */
const VARIETIES = [0, 1, 2, 3] as const;

/** Reads samples of a row's answer as the client does when the row's method is called; none where the answer is no JSON. */
export async function readingsOf(row: SourceRow): Promise<readonly Reading[]> {
  const operation = operationOf(row.method, row.path.replaceAll(/\{\w+\}/g, 'x'));
  if (!operation?.answer.schema || !OPERATIONS.includes(operation)) return [];
  const { schema } = operation.answer;
  const bodies = VARIETIES.map((variety) => sampleOf(SCHEMAS, schema, variety));
  const readings = bodies.map(async (body) =>
    readingsIn(operation, body, await answerTo(row, body)),
  );
  return (await Promise.all(readings)).flat();
}

async function answerTo(row: SourceRow, body: unknown): Promise<unknown> {
  const methods: Readonly<Record<string, (params: object) => Promise<unknown>>> = Object(
    bind(row.routes, async ({ departure }) => {
      const read = departure?.read;
      return read === 'text' ? body : toAnswer(body, read);
    }),
  );
  const slots = [...row.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, 'x']);
  return methods[row.name]?.(Object.fromEntries(slots));
}

function readingsIn({ answer }: Operation, body: unknown, resource: unknown): Reading[] {
  const { schema = '', item = schema } = answer;
  const [samples, resources] = [itemsOf(body), itemsOf(resource)];
  if (!samples) return [{ kind: schema, sample: body, resource }];
  return samples.map((sample, place) => ({ kind: item, sample, resource: resources?.[place] }));
}

/** What is in a list or a page. */
function itemsOf(body: unknown): readonly unknown[] | undefined {
  const { data, m2m_tokens: tokens }: Record<string, unknown> = Object(body);
  return [body, data, tokens].find((each) => Array.isArray(each));
}
