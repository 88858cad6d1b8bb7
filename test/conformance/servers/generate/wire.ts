import type { ScenarioRequest } from '../../generate/scenario.js';
import { SERVER_ORIGIN, type ServerScenario, type Wire } from './server-scenario.js';

/** Headers of which Node takes the first line and forgets the others. */
const COUNT_ONCE: ReadonlySet<string> = new Set(['authorization', 'host', 'referer', 'user-agent']);

/** What stands between the values of several lines, once Node has joined them. */
const SEPARATORS: Readonly<Record<string, string>> = {
  cookie: '; ',
  'x-forwarded-host': ', ',
  'x-forwarded-proto': ', ',
};

/** The lines of a request, the first with its method and target. */
export function requestLines({ request, wire }: ServerScenario): string[] {
  const { method, headers } = request;
  // Only HTTP/1.0 has requests without a host.
  const version = headers['host'] === undefined ? '1.0' : '1.1';
  return [
    `${method} ${targetText(request, wire)} HTTP/${version}`,
    ...Object.entries(headers).flatMap(([name, value]) =>
      valuesOf(name, value, wire).map((line) => `${written(name, wire)}: ${line}`),
    ),
  ];
}

/** The target as it stands in the request line. */
export function targetText({ origin, target }: ScenarioRequest, wire: Wire): string {
  if (origin === SERVER_ORIGIN) return target;
  return `${origin === wire.origin?.origin ? wire.origin.text : origin}${target}`;
}

/** Whether the target is a URL, to those who read it as one. */
export function isReadable({ request, wire }: ServerScenario): boolean {
  return URL.canParse(targetText(request, wire), SERVER_ORIGIN);
}

/** Whether the path can be decoded, as routers do for their handlers. */
export function isDecodable(target: string): boolean {
  try {
    decodeURIComponent(target.split('?', 1)[0] ?? '');
    return true;
  } catch {
    // A URIError, which is the answer.
    return false;
  }
}

function valuesOf(name: string, value: string, { spread, repeated }: Wire): string[] {
  if (repeated && COUNT_ONCE.has(name)) return [value, 'evil.example'];
  const separator = SEPARATORS[name];
  if (!spread || separator === undefined) return [value];
  const values = value.split(separator);
  // A parser takes the spaces off each line.
  const isSame = values.every((part) => part !== '' && part === part.trim());
  return isSame ? values : [value];
}

function written(name: string, { names }: Wire): string {
  switch (names) {
    case 'lower case':
      return name;
    case 'upper case':
      return name.toUpperCase();
    case 'as usual':
      return name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
    default:
      return names satisfies never;
  }
}
