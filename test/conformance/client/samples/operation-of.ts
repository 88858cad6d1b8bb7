import { OPERATIONS, type Operation } from './data.js';
import { EXTRA_OPERATIONS } from './extra-operations.js';

interface Pattern {
  readonly operation: Operation;
  readonly method: string;
  readonly segments: readonly string[];
}

const PATTERNS: readonly Pattern[] = [...OPERATIONS, ...EXTRA_OPERATIONS].map((operation) => ({
  operation,
  method: operation.method,
  segments: operation.path.split('/'),
}));

/**
 * The operation that a request is for: of several that fit, the one that says more of the path.
 *
 * @param path The path, with or without the API's version.
 */
export function operationOf(method: string, path: string): Operation | undefined {
  const segments = path.replace(/^\/v1(?=\/)/, '').split('/');
  const fitting = PATTERNS.filter(
    (pattern) => pattern.method === method && fits(pattern.segments, segments),
  );
  return fitting.toSorted((one, other) => slots(one) - slots(other))[0]?.operation;
}

/** The operation of the API's document that a request is for. */
export function documented(request: {
  readonly method: string;
  readonly path: string;
}): Operation | undefined {
  const operation = operationOf(request.method, request.path);
  return operation && OPERATIONS.includes(operation) ? operation : undefined;
}

function fits(pattern: readonly string[], segments: readonly string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every((part, place) => isSlot(part) || part === segments[place])
  );
}

function slots({ segments }: Pattern): number {
  return segments.filter(isSlot).length;
}

function isSlot(segment: string): boolean {
  return segment.startsWith('{');
}
