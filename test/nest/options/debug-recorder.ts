import { Logger } from '@nestjs/common';
import { LineRecorder } from '../support/line-recorder.js';

/** Keeps what is logged through Nest's `Logger`, of every level. */
export class DebugRecorder extends LineRecorder {
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
