import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger, type LoggerService } from '@nestjs/common';
import { ClerkModule } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { ArticlesController } from './support/articles.js';
import { type RunningApp, startApp } from './support/platforms.js';

const instance = new LocalInstance();
const { publishableKey, secretKey } = instance;

/** Keeps what is logged, of every level. */
class Recorder implements LoggerService {
  readonly lines: string[] = [];
  readonly #note = (...parts: unknown[]) => void this.lines.push(parts.map(String).join(' '));
  log = this.#note;
  error = this.#note;
  warn = this.#note;
  debug = this.#note;
  verbose = this.#note;
  fatal = this.#note;
}

describe('the log', () => {
  let running: RunningApp;
  let recorder: Recorder;

  beforeEach(async () => {
    recorder = new Recorder();
    // Port 9 is "discard": nothing listens there, so that the keys can't be fetched.
    const options = { publishableKey, secretKey, apiUrl: 'http://127.0.0.1:9' };
    running = await startApp('express', {
      imports: [ClerkModule.forRoot(options)],
      controllers: [ArticlesController],
    });
    Logger.overrideLogger(recorder);
  });

  afterEach(async () => {
    Logger.overrideLogger(false);
    await running.app.close();
  });

  it('says once that Clerk is out of reach, and holds neither key nor token', async () => {
    const token = instance.mintSessionToken('ada');
    for (let count = 0; count < 5; count += 1) {
      const headers = { authorization: `Bearer ${token}`, cookie: `__session=${token}` };
      expect((await fetch(`${running.origin}/articles`, { headers })).status).toBe(503);
    }
    expect(recorder.lines.filter((line) => /could not be loaded/.test(line))).toHaveLength(1);
    expect(recorder.lines.join('\n')).not.toContain(secretKey);
    expect(recorder.lines.join('\n')).not.toContain(token.split('.')[2]);
  });
});

describe('a flood of broken handshakes, each with another text,', () => {
  it('writes one line, without the characters that a terminal would act on', async () => {
    const recorder = new Recorder();
    const live = `pk_live_${Buffer.from('clerk.example.com$').toString('base64')}`;
    const { app, origin } = await startApp('express', {
      imports: [ClerkModule.forRoot({ publishableKey: live, jwtKey: instance.jwtKey })],
      controllers: [ArticlesController],
    });
    Logger.overrideLogger(recorder);
    for (let count = 0; count < 20; count += 1) {
      const alg = `\u009b31m${count}`;
      const header = Buffer.from(JSON.stringify({ alg })).toString('base64url');
      await fetch(`${origin}/articles?__clerk_handshake=${header}.e30.AA`);
    }
    Logger.overrideLogger(false);
    await app.close();
    const lines = recorder.lines.filter((line) => line.includes('handshake'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^[\x20-\x7e]+$/);
  });
});

describe('a refusal', () => {
  it('names the requirement that was not met in the log, and not in the answer', async () => {
    const recorder = new Recorder();
    const { jwtKey } = instance;
    const { app, origin } = await startApp('express', {
      imports: [ClerkModule.forRoot({ publishableKey, jwtKey })],
      controllers: [ArticlesController],
    });
    Logger.overrideLogger(recorder);
    const headers = { authorization: `Bearer ${instance.mintSessionToken('grace')}` };
    const response = await fetch(`${origin}/articles/role`, { headers });
    expect(await response.text()).not.toContain('org:admin');
    expect(recorder.lines.join('\n')).toMatch(
      /ArticlesController\.role refused user_\w+, who lacks: role org:admin/,
    );
    Logger.overrideLogger(false);
    await app.close();
  });
});
