import { isMetadata, fits, MAX_METADATA_IN_BYTES } from '../records/metadata.js';
import type { Metadata } from '../records/metadata.js';

/** What a parameter may hold, and how it is read. */
export interface Field<Value, Required extends boolean = boolean> {
  readonly isRequired: Required;
  /** The value; undefined for what it may not be. */
  readonly parse: (value: unknown) => Value | undefined;
  /** What it may be, for the sentence that begins with the parameter's name. */
  readonly rule: string;
  /** The code of the error; default `form_param_value_invalid`. */
  readonly code?: string;
}

/** Makes a parameter necessary; `null` doesn't do. */
export function required<Value>(field: Field<Value>): Field<Value, true> {
  return { ...field, isRequired: true };
}

// All that is kept is bounded: scripts run for days.
const MAX_LENGTH = 4096;
const MAX_ITEMS = 500;

/** Any text that may be kept. */
export const text = optional(`must be a text of at most ${MAX_LENGTH} characters`, (value) =>
  isText(value) ? value : undefined,
);

/** A text that is not blank. */
export const word = optional(
  `must be a text of at most ${MAX_LENGTH} characters and not blank`,
  (value) => (isText(value) && value.trim() !== '' ? value : undefined),
);

/** A token or the like, of any length, which is not kept. */
export const token = optional('must be a text', (value) =>
  typeof value === 'string' ? value : undefined,
);

/** `true` or `false`. */
export const flag = optional('must be true or false', (value) =>
  typeof value === 'boolean' ? value : undefined,
);

/** Texts in a list. */
export const texts = optional(`must be a list of at most ${MAX_ITEMS} texts`, (value) =>
  Array.isArray(value) && value.length <= MAX_ITEMS && value.every(isText) ? value : undefined,
);

/** A time in RFC 3339, as Unix time in milliseconds. */
export const time = optional('must be a time such as 2026-01-02T03:04:05Z', (value) => {
  const isTime = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value);
  return isTime && !Number.isNaN(Date.parse(value)) ? Date.parse(value) : undefined;
});

/** Free-form data of the application's: metadata, or claims. */
export const metadata: Field<Metadata, false> = optional(
  `must be an object of at most ${MAX_METADATA_IN_BYTES} bytes`,
  (value) => (isMetadata(value) && fits(value) ? value : undefined),
);

/** What could be an email address. */
export const emailAddress: Field<string, false> = {
  ...optional('must be a valid email address', (value) =>
    typeof value === 'string' && isEmailAddress(value) ? value : undefined,
  ),
  code: 'form_param_format_invalid',
};

/** What every address in a list could be. */
export const emailAddresses: Field<string[], false> = {
  ...optional('must be a list of valid email addresses', (value) => {
    const list = texts.parse(value);
    return list?.every(isEmailAddress) ? list : undefined;
  }),
  code: 'form_param_format_invalid',
};

/** A whole number within bounds. */
export function integer(min: number, max = Number.MAX_SAFE_INTEGER): Field<number, false> {
  return optional(`must be an integer from ${min} to ${max}`, (value) =>
    typeof value === 'number' && Number.isInteger(value) && min <= value && value <= max
      ? value
      : undefined,
  );
}

/** A text of a certain form. */
export function matching(pattern: RegExp, rule: string): Field<string, false> {
  return {
    ...optional(rule, (value) => (isText(value) && pattern.test(value) ? value : undefined)),
    code: 'form_param_format_invalid',
  };
}

/** One of a few texts. */
export function oneOf<Option extends string>(options: readonly Option[]): Field<Option, false> {
  return optional(`must be one of ${options.join(', ')}`, (value) =>
    options.find((option) => option === value),
  );
}

function optional<Value>(
  rule: string,
  parse: (value: unknown) => Value | undefined,
): Field<Value, false> {
  return { isRequired: false, rule, parse };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_LENGTH;
}

function isEmailAddress(value: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(value) && value.length <= 254;
}
