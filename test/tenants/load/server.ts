import { NestFactory } from '@nestjs/core';
import { type ApplicationSettings, ApplicationModule } from './application.js';
import type { Measurement, Message, Question } from './measurement.js';

// The process of the application alone, so that what it costs can be told from what asking costs.

let loads = 0;

function measure(): Measurement {
  const { user, system } = process.cpuUsage();
  const { heapUsed, rss } = process.memoryUsage();
  return { cpuInMs: (user + system) / 1000, heapInBytes: heapUsed, residentInBytes: rss, loads };
}

function collect(): void {
  if (!globalThis.gc) throw new Error('the process needs --expose-gc');
  // What the first frees with a finalizer goes with the second.
  globalThis.gc();
  globalThis.gc();
}

function send(message: Message): void {
  process.send?.(message);
}

async function start(settings: ApplicationSettings): Promise<void> {
  const module = ApplicationModule.of(settings, () => {
    loads += 1;
  });
  const app = await NestFactory.create(module, { logger: ['error', 'fatal'] });
  await app.listen(0, '127.0.0.1');
  const address: unknown = app.getHttpServer().address();
  if (typeof address !== 'object' || !address || !('port' in address)) throw new Error('no port');
  process.on('message', (question: Question) => {
    if (question === 'collect') collect();
    send({ measurement: measure() });
  });
  send({ port: Number(address.port) });
}

// Nobody is left to answer to.
process.once('disconnect', () => process.exit(0));

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by server-process.ts
await start(JSON.parse(process.argv[2] ?? '') as ApplicationSettings);
