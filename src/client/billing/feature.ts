import { given, orNull, shape } from '../shape.js';

/** Something that a plan offers. Source: schema FeatureResponse. */
export interface Feature {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  /** The name by which `has({ feature })` asks. */
  readonly slug: string;
  readonly avatarUrl: string | null;
}

/** Reads a resource whose `object` is `feature`. */
export const readFeature = shape<Feature>({
  id: given,
  name: given,
  description: orNull,
  slug: given,
  avatarUrl: orNull,
});
