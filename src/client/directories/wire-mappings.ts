import { snakeize } from '../casing.js';
import { given } from '../shape.js';

/**
 * The parameters with the names of their mappings as the wire has them. In other places the keys of
 * what is called `mappings` are an application's own and pass as they are.
 *
 * @param params The parameters; they are not changed.
 */
export function withWireMappings<Params extends { readonly mappings: readonly object[] }>(
  params: Params,
): Params {
  // `given` trusts the wire for its type, and so does this: the names are the same in another case.
  return { ...params, mappings: given.read(snakeize({ ...params }.mappings)) };
}
