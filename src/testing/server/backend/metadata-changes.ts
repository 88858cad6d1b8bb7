import { fits, mergeMetadata } from '../../records/metadata.js';
import type { Metadata } from '../../records/metadata.js';
import { apiErrors, invalidProblem } from '../api-errors.js';
import { metadata } from '../field.js';
import type { Reply } from '../reply.js';
import { withBody } from '../with-body.js';

/** What `PATCH` and `PUT` of metadata take for an organization or a membership. */
export const visibleMetadataFields = { public_metadata: metadata, private_metadata: metadata };

/** The same for a user. */
export const userMetadataFields = { ...visibleMetadataFields, unsafe_metadata: metadata };

/** How new metadata comes to old: merged in at every depth, or in its place. */
export type MetadataChange = 'merge' | 'replace';

type WireNames = keyof typeof userMetadataFields;

/** Hands on the metadata that a call leaves behind, by the wire's names; what isn't given stays. */
export function withChangedMetadata<Name extends WireNames>(
  change: MetadataChange,
  body: Readonly<Record<string, unknown>>,
  old: Readonly<Record<Name, Metadata>>,
  use: (changed: Readonly<Record<Name, Metadata>>) => Reply,
): Reply {
  const names = Object.keys(userMetadataFields).filter((name) => Object.hasOwn(old, name));
  const fields = Object.fromEntries(names.map((name) => [name, metadata]));
  return withBody(body, fields, (given) => {
    const changed: Record<Name, Metadata> = { ...old };
    for (const [name, before] of entriesOf(old)) {
      const after = given[name] ?? undefined;
      if (after) changed[name] = change === 'merge' ? mergeMetadata(before, after) : after;
    }
    const tooLarge = entriesOf(changed).filter(([, value]) => !fits(value));
    if (tooLarge.length === 0) return use(changed);
    return apiErrors(
      422,
      tooLarge.map(([name]) => invalidProblem(name, 'would become too large', TOO_LARGE)),
    );
  });
}

const TOO_LARGE = 'form_param_exceeds_allowed_size';

function entriesOf<Name extends string>(
  values: Readonly<Record<Name, Metadata>>,
): [Name, Metadata][] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a literal object
  return Object.entries(values) as [Name, Metadata][];
}
