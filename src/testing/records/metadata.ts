/** Free-form data that an application keeps with a user, an organization or a membership. */
export type Metadata = Readonly<Record<string, unknown>>;

/** The metadata of one kind each: who may see it differs, the Backend API sees both. */
export interface VisibleMetadata {
  readonly publicMetadata: Metadata;
  readonly privateMetadata: Metadata;
}

/** What one object's metadata may have at most, as JSON in bytes; as at Clerk. */
export const MAX_METADATA_IN_BYTES = 8 * 1024;

/** Nothing yet. */
export const NO_METADATA: VisibleMetadata = { publicMetadata: {}, privateMetadata: {} };

/** Whether metadata may be kept. */
export function fits(metadata: Metadata): boolean {
  return Buffer.byteLength(JSON.stringify(metadata)) <= MAX_METADATA_IN_BYTES;
}

/** The old metadata with the changes merged in at every depth; `null` removes a key. */
export function mergeMetadata(old: Metadata, changes: Metadata): Metadata {
  const merged = new Map(Object.entries(old));
  for (const [key, change] of Object.entries(changes)) {
    if (change === null) merged.delete(key);
    else
      merged.set(key, isMetadata(change) ? mergeMetadata(ofObject(merged, key), change) : change);
  }
  // Not by assignment, which "__proto__" as a key would survive.
  return Object.fromEntries(merged);
}

/** Whether a value is an object with keys, and no list. */
export function isMetadata(value: unknown): value is Metadata {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function ofObject(entries: ReadonlyMap<string, unknown>, key: string): Metadata {
  const value = entries.get(key);
  return isMetadata(value) ? value : {};
}
