import type { AcceptedTokens } from '../../engine/token-type.js';
import type { Transport } from './other-routes.js';

/** What the audit says of one handler. */
export interface AuditEntry {
  /** How it is called: over HTTP, as a GraphQL field, a gateway's message or a pattern. */
  readonly transport: Transport;
  /** What it is called by, such as `GET /articles`, as it is declared. */
  readonly route: string;
  /** Its class and method. */
  readonly handler: string;
  /**
   * `protected`: the guard runs; `public`: declared so; `open`: neither, so that everybody gets in
   * and nobody said that they should.
   */
  readonly access: 'protected' | 'public' | 'open';
  /** The kinds of token that it takes. */
  readonly acceptsToken: AcceptedTokens;
  /** What it demands beyond a good token, each in a few words. */
  readonly demands: readonly string[];
}

/** The audit as text: one line for each handler, in columns. */
export function formatAudit(entries: readonly AuditEntry[]): string {
  const rows = entries.map(({ route, access, acceptsToken, demands, handler }) => [
    access,
    route,
    access === 'open' ? '' : [acceptsToken].flat().join(', '),
    demands.join('; '),
    handler,
  ]);
  const table = [['access', 'route', 'takes', 'demands', 'handler'], ...rows];
  const widths = table.reduce<number[]>(
    (widest, row) => row.map((cell, column) => Math.max(cell.length, widest[column] ?? 0)),
    [],
  );
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
