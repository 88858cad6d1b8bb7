import type { VendorApis } from './vendor-client.js';

/** The arguments of one call. */
export type Arguments = readonly unknown[];

/** The calls of a method: made anew for each side, so that neither sees what the other changed. */
export type Calls<Method = (...args: never) => unknown> = () => readonly ArgumentsOf<Method>[];

/** The vendor's signature says what may stand here; of an overloaded method, its last one. */
type ArgumentsOf<Method> = Method extends (...args: infer Args) => unknown
  ? Readonly<Args>
  : Arguments;

/** The calls of every method of an API of the vendor. */
export type CallsOf<Api extends keyof VendorApis> = {
  readonly [Method in keyof VendorApis[Api]]: Calls<VendorApis[Api][Method]>;
};

/** The calls of every method of some APIs. */
export type CallTable<Apis extends keyof VendorApis> = {
  readonly [Api in Apis]: CallsOf<Api>;
};

/** The calls of any methods, by API and method. */
export type AnyCallTable = Readonly<
  Record<string, Readonly<Record<string, () => readonly Arguments[]>>>
>;

/** What every list of pages takes. */
export const PAGE = { limit: 20, offset: 40 } as const;

/** Metadata whose keys are the application's. */
export const METADATA = {
  some_key: 1,
  otherKey: { deep_key: ['a', { innerKey: null }] },
  empty: {},
} as const;

/** A picture to upload. */
export function picture(): File {
  return new File([new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 255])], 'a logo.png', {
    type: 'image/png',
  });
}
