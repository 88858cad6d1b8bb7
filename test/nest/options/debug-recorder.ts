import { Logger, type LoggerService } from '@nestjs/common';

/** Keeps what is logged through Nest's `Logger`, of every level. */
export class DebugRecorder implements LoggerService {
  readonly lines: string[] = [];
  readonly #note = (...parts: unknown[]) => void this.lines.push(parts.map(String).join(' '));
  log = this.#note;
  error = this.#note;
  warn = this.#note;
  debug = this.#note;
  verbose = this.#note;
  fatal = this.#note;

  /** The blocks that explain a request: one line each would be a status, a reason and more. */
  get blocks(): string[] {
    return this.lines.filter((line) => / is (signed-in|signed-out|handshake)\n/.test(line));
  }

  /** Takes the place of the application's logger until `stop()`. */
  start(): this {
    Logger.overrideLogger(this);
    return this;
  }

  stop(): void {
    Logger.overrideLogger(false);
  }
}
