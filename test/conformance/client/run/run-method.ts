import type { Arguments } from '../calls/call-table.js';
import { exchangesWithIds, plainExchanges, repliedExchanges } from '../calls/exchanges-of.js';
import type { MethodName } from '../calls/vendor-client.js';
import { type ClientComparison, type Clients, compareClients } from '../compare/compare-clients.js';
import { CLIENT_DIFFERENCES } from '../differences/list.js';

/** Compares everything that is to be compared about one method. */
export async function runMethod(
  clients: Clients,
  name: MethodName,
  calls: () => readonly Arguments[],
): Promise<readonly ClientComparison[]> {
  const compare = (exchange: ClientComparison['exchange']) =>
    compareClients(clients, exchange, CLIENT_DIFFERENCES);
  const comparisons: ClientComparison[] = [];
  const plain = plainExchanges(name, calls);
  for (const exchange of plain) {
    const comparison = await compare(exchange);
    comparisons.push(comparison);
    for (const other of exchangesWithIds(exchange, comparison.theirs)) {
      comparisons.push(await compare(other));
    }
  }
  for (const exchange of repliedExchanges(plain)) comparisons.push(await compare(exchange));
  return comparisons;
}
