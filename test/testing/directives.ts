/** A `Set-Cookie` directive, taken apart. */
export interface Directive {
  readonly value: string;
  /** In lower case; empty for one without a value. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Directives by the name of the cookie they set. */
export function parseDirectives(directives: readonly string[]): Record<string, Directive> {
  return Object.fromEntries(
    directives.map((directive) => {
      const [pair = '', ...rest] = directive.split('; ');
      const [name = '', value = ''] = pair.split('=');
      const attributes = rest.map((attribute) => attribute.split('='));
      return [
        name,
        {
          value,
          attributes: Object.fromEntries(
            attributes.map(([key = '', setting = '']) => [key.toLowerCase(), setting]),
          ),
        },
      ];
    }),
  );
}
