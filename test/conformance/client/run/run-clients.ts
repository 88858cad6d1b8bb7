import type { Arguments } from '../calls/call-table.js';
import { VENDOR_CALLS } from '../calls/vendor-calls.js';
import { type MethodName, vendorMethods } from '../calls/vendor-client.js';
import type { ClientComparison, Clients } from '../compare/compare-clients.js';
import { hasMethod } from '../compare/exchange.js';
import { RecordingApi } from '../compare/recording-api.js';
import { checkOwn, type OwnCheck } from '../own/check-own.js';
import { OWN_CALLS } from '../own/all-own-calls.js';
import { ownMethods } from '../own/own-methods.js';
import { clientsOf } from './clients.js';
import { runMethod } from './run-method.js';

/** What is to be compared; everything by default. */
export interface Asked {
  readonly apis?: readonly string[];
  readonly method?: string;
}

/** What came of a run. */
export interface ClientSummary {
  /** The vendor's methods that were asked for. */
  readonly methods: readonly MethodName[];
  /** Methods, the vendor's and ours, for which the tables have no call. */
  readonly withoutCalls: readonly MethodName[];
  /** The vendor's methods that our client lacks. */
  readonly missing: readonly MethodName[];
  readonly comparisons: readonly ClientComparison[];
  /** Methods of ours that the vendor lacks, held against the document of the API. */
  readonly own: readonly OwnCheck[];
}

/** Compares all methods of the vendor's client that are asked for, and checks what only ours has. */
export async function runClients(asked: Asked): Promise<ClientSummary> {
  const recorder = await RecordingApi.start();
  try {
    const clients = clientsOf(recorder);
    const methods = vendorMethods().filter((name) => isAskedFor(asked, name));
    const missing = methods.filter((name) => !hasMethod(clients.ours, name));
    const comparisons = await compared(
      clients,
      methods.filter((name) => !missing.includes(name)),
    );
    const ownNames = [...ownMethods(clients.ours), ...widerMethods()].filter((name) =>
      isAskedFor(asked, name),
    );
    const own = await checked(clients, ownNames);
    const withoutCalls = [
      ...methods.filter((name) => !callsOf(VENDOR_CALLS, name)),
      ...ownNames.filter((name) => !callsOf(OWN_CALLS, name)),
    ];
    return { methods, withoutCalls, missing, comparisons, own };
  } finally {
    await recorder.stop();
  }
}

/** The vendor's methods that take more with us. */
function widerMethods(): readonly MethodName[] {
  return vendorMethods().filter((name) => callsOf(OWN_CALLS, name));
}

function isAskedFor({ apis, method }: Asked, name: MethodName): boolean {
  return (apis?.includes(name.api) ?? true) && (method ?? name.method) === name.method;
}

async function compared(
  clients: Clients,
  methods: readonly MethodName[],
): Promise<ClientComparison[]> {
  const comparisons: ClientComparison[] = [];
  for (const name of methods) {
    const calls = callsOf(VENDOR_CALLS, name);
    if (calls) comparisons.push(...(await runMethod(clients, name, calls)));
  }
  return comparisons;
}

async function checked(
  { recorder, ours }: Clients,
  methods: readonly MethodName[],
): Promise<OwnCheck[]> {
  const checks: OwnCheck[] = [];
  for (const name of methods) {
    const calls = callsOf(OWN_CALLS, name);
    if (calls) checks.push(await checkOwn(recorder, ours, name, calls));
  }
  return checks;
}

function callsOf(
  table: typeof VENDOR_CALLS,
  { api, method }: MethodName,
): (() => readonly Arguments[]) | undefined {
  return table[api]?.[method];
}
