import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { getHeapSnapshot } from 'node:v8';
import { expect, it } from '@jest/globals';
import { MachineTokenEndings } from '../../src/client/machine-token-endings.js';
import { MachineAnswers } from '../../src/engine/evidence/machine-answers.js';
import { GOOD } from './support/machines.js';
import { ScriptedBackend } from './support/remembered-answers.js';

/** A credential of which the test itself keeps no more than its letters, one by one. */
function makeSecret(): { readonly letters: string[]; take(): string } {
  let secret: string | undefined = randomBytes(24).toString('hex');
  return {
    letters: secret.split(''),
    take: () => {
      const taken = secret ?? '';
      secret = undefined;
      return taken;
    },
  };
}

/** A cache that knows a good token, a refused one, and a key that was revoked as if it were an id. */
class KnownSecrets {
  readonly letters: readonly (readonly string[])[];
  readonly endings = new MachineTokenEndings();
  readonly answers: MachineAnswers;
  readonly #api = new ScriptedBackend();

  constructor() {
    const limits = { max: 10, ttlInMs: 3_600_000, negativeTtlInMs: 3_600_000 };
    const { endings } = this;
    this.answers = new MachineAnswers(this.#api, { limits, clock: Date.now, endings });
    const secrets = [makeSecret(), makeSecret(), makeSecret()] as const;
    this.letters = secrets.map(({ letters }) => letters);
    this.#api.answer = (_type, token) =>
      this.#api.asked.length === 1
        ? { ok: true, resource: { ...GOOD, secret: token } }
        : { ok: false, code: token, status: 404, message: token };
    void this.answers.verifyMachineToken('api_key', secrets[0].take());
    void this.answers.verifyMachineToken('m2m_token', secrets[1].take());
    this.endings.note([secrets[2].take()]);
    this.#api.asked.length = 0;
  }
}

it('a dump of the memory holds no token of the last callers, and no id that was a key by mistake', async () => {
  const known = new KnownSecrets();
  const control = makeSecret();
  const held = new Set([control.take()]);
  await setTimeout(10);
  expect([known.answers.size, known.endings.count, held.size]).toEqual([2, 1, 1]);
  const dump = await text(getHeapSnapshot());
  const found = [control.letters, ...known.letters].map((letters) =>
    dump.includes(letters.join('')),
  );
  expect(found).toEqual([true, false, false, false]);
}, 60_000);
