import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect } from '@jest/globals';
import { LocalInstance } from 'clerk-nestjs/testing';
import type { KeyEvent } from '../../src/engine/keys/key-event.js';
import type { KeyLookup, ObservedKeySource } from '../../src/engine/keys/key-source.js';
import type { ConnectionOptions } from '../../src/request/authenticate-request-options.js';
import { createKeySource } from '../../src/request/key-source.js';
import { type Fault, KeyServer } from './key-server.js';
import { MovedClock } from './moved-clock.js';

/** Three keys of one instance, as it would have them after each other. */
export const [first, second, third] = [
  new LocalInstance(),
  new LocalInstance(),
  new LocalInstance(),
];

/** A source of keys, the server that it asks, and the clock. */
export class SourceUnderTest {
  readonly clock = new MovedClock();
  readonly events: KeyEvent[] = [];
  source: ObservedKeySource;

  constructor(readonly server: KeyServer) {
    this.source = this.open();
  }

  /** Makes the source anew, with other options. */
  open(options: ConnectionOptions = {}): ObservedKeySource {
    const access = { secretKey: 'sk_test_of_the_keys', apiUrl: this.server.url, ...options };
    this.source = createKeySource(access, { report: (event) => void this.events.push(event) });
    return this.source;
  }

  /** Fetches keys for the first time. */
  async warmUp(options?: ConnectionOptions): Promise<void> {
    if (options) this.open(options);
    expect(await this.find()).toBe('found');
  }

  /** `found`, or the reason why not. */
  async find(keyId: unknown = first.kid): Promise<string> {
    return wordFor(await this.source.find(keyId));
  }

  /** The same, of what is answered at once; else `waits`. */
  findAtOnce(keyId: unknown = first.kid): string {
    const lookup = this.source.find(keyId);
    return lookup instanceof Promise ? 'waits' : wordFor(lookup);
  }

  /** Waits for a refresh in the background that is to succeed. */
  async refreshed(): Promise<void> {
    await until(() => this.source.health().fetchedAt?.getTime() === Date.now());
  }

  /** Breaks the server, and waits until a refresh in the background has failed for it. */
  async fails(fault: Fault, moveInMs: number): Promise<void> {
    this.server.fault = fault;
    this.clock.move(moveInMs);
    expect(this.findAtOnce()).toBe('found');
    await until(() => this.source.health().lastFailure !== undefined);
  }
}

/** A source for each test of a file. */
export function sourceForTests(): () => SourceUnderTest {
  let current: SourceUnderTest | undefined;
  beforeEach(async () => {
    current = new SourceUnderTest(await KeyServer.start(first));
  });
  afterEach(async () => {
    current?.clock.restore();
    await current?.server.goDown();
  });
  return () => {
    if (!current) throw new Error('there is a source only while a test runs');
    return current;
  };
}

/** Waits until something holds; four seconds at most. */
export async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 4_000;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error('It did not happen within four seconds.');
    await setTimeout(2);
  }
}

function wordFor(lookup: KeyLookup): string {
  return lookup.found ? 'found' : lookup.failure.reason;
}
