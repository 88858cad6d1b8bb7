import type { Convention } from './api-call.js';
import type { Departure } from './departure.js';

/** The HTTP methods of the Backend API. */
export type HttpMethod = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** An operation of the API in one line: `GET /users/{userId}`. A fixed query may follow: `GET /sessions?paginated=true`. */
export type Row = `${HttpMethod} /${string}`;

declare const bound: unique symbol;

/** A checked table of rows, by the name of the method that each one implements. */
export interface Routes<Bound> {
  /** The rows as written. */
  readonly rows: Readonly<Record<string, Row>>;
  /** What holds for all of them. */
  readonly convention: Convention;
  /** What single ones have of their own. */
  readonly departures: Readonly<Partial<Record<string, Departure>>>;
  /** Carries the methods' types to `bind`; there is no such property at run time. */
  readonly [bound]?: Bound;
}

/**
 * Writes down, for methods of an API interface, the operation that each one calls. The interface is
 * the contract, the row is the wire, and the compiler holds them together: a method's leading
 * string arguments fill the row's slots in order, the remaining slots are properties of the
 * parameter object that follows, and nothing may be left over.
 *
 * @example
 * ```ts
 * const userRoutes = routes<UserApi>()({ getUser: 'GET /users/{userId}' });
 * const logoRoutes = routes<LogoApi>()(
 *   { uploadLogo: 'PUT /organizations/{organizationId}/logo' },
 *   { uploadLogo: { params: 'form' } },
 * );
 * ```
 * @typeParam Api The interface whose methods the rows implement; it may have more methods.
 * @param convention Where the API departs from what is usual: a path after the API's version, and
 * the instance's secret key. With a machine as the caller, a `machineSecretKey` in the parameter
 * object is the key of that call.
 * @returns What takes the table and, by the names of its methods, their {@link Departure}s.
 */
export function routes<Api>(convention: Partial<Convention> = {}) {
  return <const Table extends Readonly<Record<string, Row>>>(
    table: Table & Fitting<Api, Table>,
    departures: { readonly [Name in keyof Table]?: Departure } = {},
  ): Routes<Pick<Api, keyof Table & keyof Api>> => ({
    rows: table,
    convention: { ...USUAL, ...convention },
    departures,
  });
}

const USUAL: Convention = { version: 'in-path', caller: 'instance' };

/** The table again, with a sentence in place of each row that doesn't fit its method. */
type Fitting<Api, Table> = {
  readonly [Name in keyof Table]: Name extends keyof Api
    ? Api[Name] extends (...args: infer Args) => Promise<unknown>
      ? Verdict<Args, Slots<Table[Name]>> extends infer Complaint extends string
        ? Complaint
        : Table[Name]
      : 'a method that answers a promise is needed'
    : 'the interface has no such method';
};

/** The names in braces, in order. */
type Slots<Path> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? [Name, ...Slots<Rest>]
  : [];

/** True, or what is wrong with filling these slots from these arguments. */
type Verdict<Args extends readonly unknown[], Open extends readonly string[]> = Args extends [
  infer First,
  ...infer Others,
]
  ? First extends string
    ? Open extends [string, ...infer Left extends string[]]
      ? Verdict<Others, Left>
      : 'a string argument has no slot'
    : Others extends []
      ? Exclude<Open[number], RequiredText<First>> extends never
        ? true
        : `the parameter object lacks ${Exclude<Open[number], RequiredText<First>>}`
      : 'the parameter object must be the last argument'
  : Args extends [] | [params?: object]
    ? Open extends []
      ? true
      : `no argument fills ${Open[number]}`
    : 'an optional string argument has no slot';

/** The names of the properties that are always there and always a string. */
type RequiredText<Params> = {
  [K in keyof Params]-?: object extends Pick<Params, K>
    ? never
    : Params[K] extends string
      ? K
      : never;
}[keyof Params];
