import type { LoggerService } from '@nestjs/common';

/** Keeps what is logged, of every level. */
export class LineRecorder implements LoggerService {
  readonly lines: string[] = [];
  readonly #note = (...parts: unknown[]) => void this.lines.push(parts.map(String).join(' '));
  log = this.#note;
  error = this.#note;
  warn = this.#note;
  debug = this.#note;
  verbose = this.#note;
  fatal = this.#note;
}
