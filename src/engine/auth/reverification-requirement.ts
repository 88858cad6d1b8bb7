import type { SessionVerificationLevel } from './authorization-question.js';

/** A reverification that was asked and makes sense. */
export interface ReverificationRequirement {
  readonly level: SessionVerificationLevel;
  /** Minutes; an age of exactly this many is too old. */
  readonly afterMinutes: number;
}

// A map, not an object: `constructor` and other names every object has must not be presets.
const PRESETS: ReadonlyMap<string, ReverificationRequirement> = new Map([
  ['strict_mfa', { level: 'multi_factor', afterMinutes: 10 }],
  ['strict', { level: 'second_factor', afterMinutes: 10 }],
  ['moderate', { level: 'second_factor', afterMinutes: 60 }],
  ['lax', { level: 'second_factor', afterMinutes: 1_440 }],
]);

/** Reads a preset's name or an object; undefined if what was asked makes no sense. */
export function readReverification(asked: unknown): ReverificationRequirement | undefined {
  if (typeof asked === 'string') return PRESETS.get(asked);
  if (typeof asked !== 'object' || asked === null) return undefined;
  const { level, afterMinutes }: { level?: unknown; afterMinutes?: unknown } = asked;
  if (!isLevel(level) || typeof afterMinutes !== 'number') return undefined;
  return afterMinutes > 0 ? { level, afterMinutes } : undefined;
}

function isLevel(level: unknown): level is SessionVerificationLevel {
  return level === 'first_factor' || level === 'second_factor' || level === 'multi_factor';
}
