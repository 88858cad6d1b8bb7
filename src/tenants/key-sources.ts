import type { ReportKeyEvent } from '../engine/keys/key-event.js';
import type { ObservedKeySource } from '../engine/keys/key-source.js';
import type { ConnectionOptions } from '../request/authenticate-request-options.js';
import { createKeySource } from '../request/key-source.js';
import { fingerprintOf } from './fingerprint.js';

/**
 * Sources of keys by the options that they were made from. They outlive the tenants, which are loaded
 * again after a time: one that is loaded during an outage would have no keys else.
 */
export class KeySources {
  readonly #sources = new Map<string, ObservedKeySource>();
  readonly #max: number;
  readonly #report: ReportKeyEvent | undefined;

  /**
   * @param max How many are kept; the one that was asked for least recently makes room.
   * @param report Told of keys that can't be refreshed.
   */
  constructor(max: number, report?: ReportKeyEvent) {
    this.#max = max;
    this.#report = report;
  }

  /** @throws ClerkConfigurationError when the PEM can't be read. */
  get(options: ConnectionOptions): ObservedKeySource {
    const name = fingerprintOf(options);
    const source = this.#sources.get(name) ?? createKeySource(options, { report: this.#report });
    this.#sources.delete(name);
    this.#sources.set(name, source);
    const [oldest] = this.#sources.keys();
    if (this.#sources.size > this.#max && oldest !== undefined) this.#sources.delete(oldest);
    return source;
  }
}
