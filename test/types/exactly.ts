/** Compared as the result of a generic function, types are the same only if they are identical. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- a type to compare by
type Probe<Type> = <Given>() => Given extends Type ? 1 : 2;

type Same<One, Other> = Probe<One> extends Probe<Other> ? true : false;

/**
 * Compiles where a value's type is exactly the one expected. Only for type tests: it is declared and
 * never made.
 *
 * @example exactly<string>()(value);
 */
export declare function exactly<Expected>(): <Actual>(
  value: Actual,
  ...difference: Same<Actual, Expected> extends true ? [] : [expected: Expected]
) => void;
