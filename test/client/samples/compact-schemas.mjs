// Turns the schemas of an OpenAPI document into a notation that is small enough to keep, with no
// more in it than a sample needs:
//   "text" "url" "date" "int" "number" "bool" "free" (an object of the application's own)
//   "#Name" (another schema), any of them with "?" behind it where null may stand
//   { "enum": […] }  { "list": S }  { "values": S }  { "any": [S, …] }
//   { "fields": { "name": S, "name?": S } } ("?" behind a name that may be left out)
// and `"nullable": true` in an object of this notation.

const REFERENCE = /^#\/components\/(schemas|responses)\/(.+)$/;

/**
 * The schemas that the answers of some operations need, by name, and what tells an operation's
 * answer: its status, the name of the body's schema, and whether that is one thing, a list or a
 * page of `item`s.
 */
export function compactSchemas(document, operations) {
  const { schemas, responses } = document.components;
  const compacted = {};
  const need = (name) => {
    if (name in compacted) return;
    compacted[name] = undefined;
    compacted[name] = compact(schemas[name], need, schemas);
  };
  const bodyName = (body, name, operationId) => {
    const direct = REFERENCE.exec(body.$ref ?? '')?.[2];
    if (direct !== undefined) {
      need(direct);
      return direct;
    }
    const schema = compact(body, need, schemas);
    const free = [name, operationId].find(
      (each) => each && (same(compacted[each], schema) || !(each in compacted || each in schemas)),
    );
    compacted[free] = schema;
    return free;
  };
  const answers = new Map(
    operations.map((operation) => {
      const [status, given] = Object.entries(operation.responses).find(([code]) => code < '300');
      const name = REFERENCE.exec(given.$ref ?? '')?.[2];
      const body = (name ? responses[name] : given).content?.['application/json']?.schema;
      if (!body) return [operation, { status: Number(status) }];
      const schema = bodyName(body, name, operation.operationId);
      return [operation, { status: Number(status), schema, ...formOf(schema, compacted) }];
    }),
  );
  const sorted = Object.entries(compacted).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return { schemas: Object.fromEntries(sorted), answerOf: (operation) => answers.get(operation) };
}

function same(one, other) {
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other);
}

/** Whether a body is one thing, a list of something, or a page of a longer list. */
function formOf(name, compacted) {
  const schema = resolved(`#${name}`, compacted);
  if (schema.list) return { form: 'list', ...itemOf(schema) };
  const { data, total_count: total } = schema.fields ?? {};
  const items = data && resolved(data, compacted);
  return items?.list && total ? { form: 'page', ...itemOf(items) } : { form: 'one' };
}

function itemOf({ list }) {
  return typeof list === 'string' && list.startsWith('#') ? { item: list.slice(1) } : {};
}

function resolved(schema, compacted) {
  if (typeof schema !== 'string') return schema;
  return schema.startsWith('#') ? resolved(compacted[schema.slice(1)], compacted) : {};
}

function compact(schema, need, all) {
  const name = REFERENCE.exec(schema.$ref ?? '')?.[2];
  if (name !== undefined) {
    need(name);
    return `#${name}`;
  }
  const plain = withoutNull(schema, need, all);
  return isNullable(schema) ? nullable(plain) : plain;
}

function isNullable({ nullable: flag, type, enum: values, oneOf, anyOf }) {
  const variants = oneOf ?? anyOf ?? [];
  return (
    flag === true ||
    type === 'null' ||
    (Array.isArray(type) && type.includes('null')) ||
    values?.includes(null) === true ||
    variants.some((variant) => isNullable(variant))
  );
}

function nullable(schema) {
  if (typeof schema === 'string') return schema.endsWith('?') ? schema : `${schema}?`;
  return { ...schema, nullable: true };
}

function withoutNull(schema, need, all) {
  // Alternatives beside the fields only say which of them are required.
  if (schema.properties) return objectOf(schema, need, all);
  if (schema.allOf) return merged(schema, need, all);
  const variants = (schema.oneOf ?? schema.anyOf)?.filter((variant) => variant.type !== 'null');
  if (variants) return choice(variants.map((variant) => compact(variant, need, all)));
  const values = schema.enum?.filter((value) => value !== null);
  if (values) return { enum: values };
  if (schema.const !== undefined) return { enum: [schema.const] };
  switch ([schema.type].flat().find((type) => type !== 'null')) {
    case 'array':
      return { list: compact(schema.items ?? {}, need, all) };
    case 'string':
      return textOf(schema);
    case 'integer':
      return 'int';
    case 'number':
      return 'number';
    case 'boolean':
      return 'bool';
    default:
      return objectOf(schema, need, all);
  }
}

function choice(variants) {
  const different = [...new Map(variants.map((each) => [JSON.stringify(each), each])).values()];
  return different.length === 1 ? different[0] : { any: different };
}

function textOf({ format, description }) {
  // Some kinds of resources are named in the text alone.
  const [, kind] =
    /^String representing the object's type\. Always "(\w+)"/.exec(description) ?? [];
  if (kind) return { enum: [kind] };
  if (format === 'uri' || format === 'url') return 'url';
  return format === 'date-time' ? 'date' : 'text';
}

function objectOf({ properties, required = [], additionalProperties }, need, all) {
  if (properties) {
    const fields = Object.entries(properties).map(([name, field]) => [
      required.includes(name) ? name : `${name}?`,
      compact(field, need, all),
    ]);
    return { fields: Object.fromEntries(fields) };
  }
  const isTyped = typeof additionalProperties === 'object' && additionalProperties.type;
  return isTyped ? { values: compact(additionalProperties, need, all) } : 'free';
}

/** The fields of all parts of an `allOf` in one; a later part's field replaces an earlier one's. */
function merged({ allOf }, need, all) {
  const parts = allOf.map((part) => inlined(part, all)).filter((part) => part.properties);
  if (parts.length === 0) return compact(allOf[0], need, all);
  if (allOf.length === 1 && allOf[0].$ref) return compact(allOf[0], need, all);
  return objectOf(
    {
      properties: Object.assign({}, ...parts.map(({ properties }) => properties)),
      required: parts.flatMap(({ required }) => required ?? []),
    },
    need,
    all,
  );
}

function inlined(part, all) {
  const name = REFERENCE.exec(part.$ref ?? '')?.[2];
  const schema = name === undefined ? part : all[name];
  if (!schema.allOf) return schema;
  const parts = schema.allOf.map((each) => inlined(each, all));
  return {
    properties: Object.assign({}, ...parts.map(({ properties }) => properties)),
    required: parts.flatMap(({ required }) => required ?? []),
  };
}
