// Writes operations.json and ../samples/schemas.json from Clerk's OpenAPI document of the Backend
// API, which is no part of this repository; where it lies is the only argument:
//   node test/client/operations/generate.mjs path/to/backend-api-2026-05-12.yml
// What it takes from the document are names and shapes: no sentence of it.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compactSchemas } from '../samples/compact-schemas.mjs';
import { readYaml } from './read-yaml.mjs';
import { sentNames } from './sent-names.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const [, , source] = process.argv;
if (!source) throw new Error('the path of the document is needed');

const document = readYaml(readFileSync(source, 'utf8'));
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

const asked = Object.entries(document.paths).flatMap(([path, item]) =>
  METHODS.filter((method) => item[method]).map((method) => ({
    path,
    method: method.toUpperCase(),
    operation: item[method],
  })),
);
const { schemas, answerOf } = compactSchemas(
  document,
  asked.map(({ operation }) => operation),
);
const operations = asked.map(rowOf);

writeLines(
  here('operations.json'),
  '[',
  operations.map((row) => JSON.stringify(row)),
  ']',
);
const named = Object.entries(schemas).map(([name, schema]) => JSON.stringify({ [name]: schema }));
writeLines(
  here('../samples/schemas.json'),
  '{',
  named.map((line) => line.slice(1, -1)),
  '}',
);

/** One entry a line, so that a change of the document shows as what it is. */
function writeLines(path, open, lines, close) {
  writeFileSync(path, `${open}\n${lines.map((line) => `  ${line}`).join(',\n')}\n${close}\n`);
  process.stdout.write(`${lines.length} entries in ${path}\n`);
}

function rowOf({ method, path, operation }) {
  return {
    method,
    path,
    operationId: operation.operationId,
    tag: operation.tags[0],
    deprecated: operation.deprecated === true,
    ...sentNames(document, operation),
    answer: answerOf(operation),
  };
}
