/** A schema in the notation of `test/client/samples/schemas.json`, which `compact-schemas.mjs` explains. */
export type Schema =
  | string
  | { readonly enum: readonly unknown[]; readonly nullable?: boolean }
  | { readonly list: Schema; readonly nullable?: boolean }
  | { readonly values: Schema; readonly nullable?: boolean }
  | { readonly any: readonly Schema[]; readonly nullable?: boolean }
  | { readonly fields: Readonly<Record<string, Schema>>; readonly nullable?: boolean };

/** Schemas by their names. */
export type Schemas = Readonly<Record<string, Schema>>;
