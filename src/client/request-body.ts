import type { ApiCall, Params } from './api-call.js';
import { snakeKey, snakeize } from './casing.js';
import type { Departure } from './departure.js';

/**
 * Parameters as a JSON body, or none where none of them has a value.
 *
 * @param params The parameters, in camel case; those of a list are the items of a JSON array.
 * @param departure How far down keys are renamed; see {@link Departure}.
 */
export function toJson(
  params: ApiCall['params'],
  { nested = 'as-given' }: Departure,
): string | undefined {
  const hasContent = Object.values(params).some((value) => value !== undefined);
  if (!hasContent) return undefined;
  return JSON.stringify(nested === 'renamed' ? snakeize(params) : snakeizeTop(params));
}

/**
 * Parameters as a form: files as they are, everything else as text.
 *
 * @param params The parameters, in camel case.
 */
export function toForm(params: Params): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined || value === null) continue;
    if (value instanceof Blob) form.append(snakeKey(name), value);
    else form.append(snakeKey(name), typeof value === 'string' ? value : JSON.stringify(value));
  }
  return form;
}

function snakeizeTop(params: ApiCall['params']): unknown {
  if (isList(params)) return params.map(snakeizeTop);
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [snakeKey(key), value]));
}

function isList(params: ApiCall['params']): params is readonly Params[] {
  return Array.isArray(params);
}
