import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { ENVIRONMENT } from '../tokens/instance.js';
import type { Question, Reply } from './answer-parent.js';

/** Which core a process runs on: the measured ones on one, the load comes from another. */
export type Core = 'measured' | 'load';

const CORES: Record<Core, string> = { measured: '0', load: '1' };

/** Whether processes can be kept on a core each; without `taskset` or a second core they are not. */
export const canPin: boolean =
  cpus().length > 1 && spawnSync('taskset', ['--version']).status === 0;

/** What a process is started with. */
export interface ChildStart {
  /** The module, from the benchmark's folder. */
  readonly module: string;
  readonly core: Core;
  readonly args?: readonly string[];
  readonly flags?: readonly string[];
}

/** A process of its own, pinned to a core, that answers questions. */
export class Child {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #questions = 0;
  #end = 'It was stopped.';

  private constructor({ module, core, args = [], flags = [] }: ChildStart) {
    const node = [
      process.execPath,
      '--expose-gc',
      ...flags,
      resolve(import.meta.dirname, '..', module),
    ];
    const [command = '', ...rest] = canPin ? ['taskset', '-c', CORES[core], ...node] : node;
    this.#process = spawn(command, [...rest, ...args], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, ...ENVIRONMENT },
    });
    this.#process.on('message', (reply: Reply) => this.#waiting.get(reply.id)?.(reply));
    this.#process.once('exit', (code, signal) => {
      this.#end = `${module} ${args.join(' ')} ended with ${code ?? signal}.`;
      for (const [id, settle] of this.#waiting) settle({ id, error: this.#end });
    });
  }

  /** Starts a process and waits until it is ready for questions. */
  static async start(start: ChildStart): Promise<Child> {
    const child = new Child(start);
    await child.#reply(0);
    return child;
  }

  /**
   * Asks the process something.
   *
   * @throws Error with what the process threw, or when it has ended.
   */
  async ask<Answer>(name: string, argument?: unknown): Promise<Answer> {
    this.#questions += 1;
    const id = this.#questions;
    const reply = this.#reply(id);
    if (this.#process.connected) this.#process.send({ id, name, argument } satisfies Question);
    else this.#waiting.get(id)?.({ id, error: this.#end });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- both sides are compiled together; the caller names what the child returns
    return (await reply) as Answer;
  }

  /** Ends the process and waits until it has. */
  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = new Promise((resolveEnd) => {
      this.#process.once('exit', resolveEnd);
    });
    this.#process.disconnect();
    await ended;
  }

  async #reply(id: number): Promise<unknown> {
    const { answer, error } = await new Promise<Reply>((settle) => {
      this.#waiting.set(id, settle);
    });
    this.#waiting.delete(id);
    if (error !== undefined) throw new Error(error);
    return answer;
  }
}
