// What may be sent to an operation, by name: the parameters of its query, and the fields of its
// body (of each item, where that is a list). Only the outermost names: what is below is the body's.

/** The names for the query and for the body of an operation; a missing list is an empty one. */
export function sentNames(document, { parameters = [], requestBody }) {
  const inPlace = (value) => resolved(document, value);
  const query = parameters.map(inPlace).filter((parameter) => parameter.in === 'query');
  const content = inPlace(requestBody ?? {}).content ?? {};
  const body = Object.values(content).flatMap(({ schema }) => fieldsOf(inPlace(schema), inPlace));
  return {
    ...named(
      'query',
      query.map(({ name }) => name),
    ),
    ...named('body', body),
  };
}

function named(place, names) {
  return names.length === 0 ? {} : { [place]: [...new Set(names)] };
}

function fieldsOf(schema, inPlace) {
  if (schema.items) return fieldsOf(inPlace(schema.items), inPlace);
  const parts = [schema.allOf, schema.oneOf, schema.anyOf].flatMap((each) => each ?? []);
  const below = parts.flatMap((part) => fieldsOf(inPlace(part), inPlace));
  return [...Object.keys(schema.properties ?? {}), ...below];
}

function resolved(document, value) {
  if (!value.$ref) return value;
  const names = value.$ref.slice(2).split('/');
  return resolved(
    document,
    names.reduce((inner, name) => inner[name], document),
  );
}
