import { Global, Injectable, Module } from '@nestjs/common';

/** What no answer may hold but the rightful user's. */
export const SECRET = 'what-is-in-the-vault';

/** One run of a protected handler. */
export interface Call {
  /** Whom the handler was told it serves. */
  readonly userId: string;
  /** Whom the request says that it is from (`X-Caller`); decides nothing. */
  readonly claimed: string | undefined;
}

/** Notes each run of a protected handler: an answer alone would not show what has run. */
@Injectable()
export class CallLog {
  #calls: Call[] = [];

  /** To be called by each protected handler; what it returns is the handler's answer. */
  note(userId: string, claimed?: string): object {
    this.#calls.push({ userId, claimed });
    return { secret: SECRET, userId };
  }

  /** The calls since it was last asked. */
  take(): readonly Call[] {
    const calls = this.#calls;
    this.#calls = [];
    return calls;
  }
}

/** Gives the log to every controller, wherever it is declared. */
@Global()
@Module({ providers: [CallLog], exports: [CallLog] })
export class CallLogModule {}
