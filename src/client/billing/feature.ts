import { given, orNull, shape } from '../shape.js';

/** Something that a plan offers. Source: schema FeatureResponse. */
export interface Feature {
  /** The id by which plans and dashboards name it. */
  readonly id: string;
  /** What it is called, for people to read. */
  readonly name: string;
  /** What it says about itself; null for nothing. */
  readonly description: string | null;
  /** The name by which `has({ feature })` asks. */
  readonly slug: string;
  /** Where its picture is. */
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
