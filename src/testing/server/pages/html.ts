/** Markup that is safe to send: made by `html`, or a constant of these pages. */
export class Html {
  constructor(readonly source: string) {}
}

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/**
 * Makes markup of a template. Every value is escaped, for text and for quoted attributes alike;
 * only what `html` made itself goes in as it is. Absent values leave nothing.
 */
export function html(
  template: TemplateStringsArray,
  ...values: readonly (Html | readonly Html[] | string | undefined)[]
): Html {
  return new Html(String.raw({ raw: template }, ...values.map(markup)));
}

function markup(value: Html | readonly Html[] | string | undefined): string {
  if (value instanceof Html) return value.source;
  if (typeof value === 'object') return value.map(({ source }) => source).join('');
  return (value ?? '').replace(/[&<>"']/g, (character) => ENTITIES.get(character) ?? '');
}
