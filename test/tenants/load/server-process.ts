import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ApplicationSettings } from './application.js';
import type { Measurement, Message, Question } from './measurement.js';

/** The application in a process of its own. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {}

  /** Resolves once it listens. */
  static async start(settings: ApplicationSettings): Promise<ServerProcess> {
    const script = fileURLToPath(new URL('server.js', import.meta.url));
    const variables = Object.entries(process.env).filter(([name]) => !name.startsWith('CLERK_'));
    const child = fork(script, [JSON.stringify(settings)], {
      execArgv: ['--expose-gc'],
      env: Object.fromEntries(variables),
    });
    const message = await nextMessage(child);
    if (!('port' in message)) throw new Error('the server did not say where it listens');
    return new ServerProcess(child, message.port);
  }

  /** One question at a time: answers come in the order of the questions. */
  async measure(question: Question): Promise<Measurement> {
    const answer = nextMessage(this.child);
    this.child.send(question);
    const message = await answer;
    if (!('measurement' in message)) throw new Error('the server did not answer the question');
    return message.measurement;
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.disconnect();
    await ended;
  }
}

function nextMessage(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => {
      reject(new Error(`the server ended with ${code}`));
    };
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.off('exit', onExit);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- sent by server.ts
      resolve(message as Message);
    });
  });
}
