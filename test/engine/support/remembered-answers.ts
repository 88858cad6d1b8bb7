import type {
  Backend,
  BackendAnswer,
  MachineAnswer,
} from '../../../src/engine/evidence/backend.js';
import {
  type MachineAnswerLimits,
  MachineAnswers,
} from '../../../src/engine/evidence/machine-answers.js';
import { MachineTokenEndings } from '../../../src/client/machine-token-endings.js';
import type { MachineTokenType } from '../../../src/engine/token-type.js';
import { NOW } from './engine.js';
import { GOOD } from './machines.js';

/** Answers that are good, refuse, or say nothing. */
export const YES: MachineAnswer = { ok: true, resource: GOOD };
export const NO: MachineAnswer = { ok: false, code: 'not_found', status: 404, message: 'No.' };

/** A good answer with other members. */
export function yes(members: object): MachineAnswer {
  return { ok: true, resource: { ...GOOD, ...members } };
}

/** A Backend API whose answers are set between calls, and held back where a test wants it. */
export class ScriptedBackend implements Backend {
  /** The kind and the text of each token that was asked about. */
  readonly asked: [type: MachineTokenType, token: string][] = [];
  answer: (type: MachineTokenType, token: string) => MachineAnswer = () => YES;
  #gate: Promise<void> | undefined;

  async verifyMachineToken(type: MachineTokenType, token: string): Promise<MachineAnswer> {
    this.asked.push([type, token]);
    const answer = this.answer(type, token);
    await this.#gate;
    return answer;
  }

  /** Holds answers back that are given from now on. */
  hold(): () => void {
    const { promise, resolve } = withResolvers();
    this.#gate = promise;
    return () => {
      this.#gate = undefined;
      resolve();
    };
  }

  redeemNonce(): Promise<BackendAnswer> {
    return Promise.resolve({ ok: true, directives: ['nonce'] });
  }

  refreshSession(): Promise<BackendAnswer> {
    return Promise.resolve({ ok: true, directives: ['refresh'] });
  }
}

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** A cache before a scripted Backend API, with a clock that is moved by hand. */
export class Remembering {
  readonly api = new ScriptedBackend();
  readonly endings = new MachineTokenEndings();
  readonly answers: MachineAnswers;
  now = NOW;

  constructor(limits: Partial<MachineAnswerLimits> = {}) {
    this.answers = new MachineAnswers(this.api, {
      limits: { max: 100, ttlInMs: 10_000, negativeTtlInMs: 2_000, ...limits },
      clock: () => this.now,
      endings: this.endings,
    });
  }

  /** Asks, and says whether the answer was good and at once. */
  async ask(token = 'ak_1', type: MachineTokenType = 'api_key'): Promise<string> {
    const answer = this.answers.verifyMachineToken(type, token);
    const word = answer instanceof Promise ? 'asked' : 'known';
    return `${word}: ${(await answer).ok ? 'yes' : 'no'}`;
  }
}
