import { Agent } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  LocalClerk,
  LocalClerkInProductionError,
  LocalClerkOptionsError,
  LocalClerkPortError,
  LocalInstance,
} from 'clerk-nestjs/testing';
import { rawRequest } from './raw-request.js';

const started: LocalClerk[] = [];

async function start(options?: Parameters<typeof LocalClerk.start>[0]): Promise<LocalClerk> {
  const clerk = await LocalClerk.start(options);
  started.push(clerk);
  return clerk;
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((clerk) => clerk.stop()));
});

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1_000 });
    const finish = (connected: boolean) => () => {
      socket.destroy();
      resolve(connected);
    };
    socket.on('connect', finish(true));
    socket.on('error', finish(false));
    socket.on('timeout', finish(false));
  });
}

// A closed handle is gone only at the end of the event loop's turn.
async function listeningServers(): Promise<number> {
  await setTimeout(20);

  return process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length;
}

describe('starting', () => {
  it('takes any free port unless told otherwise', async () => {
    const [first, second] = [await start(), await start()];
    expect(first.port).toBeGreaterThan(0);
    expect(second.port).not.toBe(first.port);
    expect(first.origin).toBe(`http://localhost:${first.port}`);
    expect(await rawRequest(first.port)).toMatchObject({ status: 200 });
  });

  it('takes the port asked for, and the publishable key follows from it', async () => {
    const { port } = await start();
    await started.pop()?.stop();
    const clerk = await start({ port });
    expect(clerk.port).toBe(port);
    expect(clerk.publishableKey).toBe(new LocalInstance({ number: port % 100 }).publishableKey);
  });

  it('says which port is busy and how to choose another', async () => {
    const { port } = await start();
    const second = LocalClerk.start({ port });
    await expect(second).rejects.toThrow(LocalClerkPortError);
    await expect(second).rejects.toThrow(new RegExp(`port ${port}: .*busy.*LOCAL_CLERK_PORT`));
    await expect(second).rejects.toMatchObject({ cause: { code: 'EADDRINUSE' } });
  });

  it.each([-1, 65_536, 80.5, Number.NaN])('refuses %p, which is no port', async (port) => {
    const starting = LocalClerk.start({ port });
    await expect(starting).rejects.toThrow(LocalClerkOptionsError);
    await expect(starting).rejects.toThrow('LOCAL_CLERK_PORT');
  });

  it.each(['production', 'Production', ' production '])('is refused in %j', async (environment) => {
    const before = process.env.NODE_ENV;
    process.env.NODE_ENV = environment;
    try {
      await expect(LocalClerk.start()).rejects.toThrow(LocalClerkInProductionError);
      await expect(LocalClerk.start()).rejects.toThrow('NODE_ENV=production');
    } finally {
      process.env.NODE_ENV = before;
    }
  });

  it('serves an instance that is already there, with that instance’s keys', async () => {
    const instance = new LocalInstance();
    const clerk = await start({ instance });
    expect(clerk.instance).toBe(instance);
    expect(clerk).toMatchObject({
      publishableKey: instance.publishableKey,
      secretKey: instance.secretKey,
      jwtKey: instance.jwtKey,
    });
    await expect(LocalClerk.start({ instance, azp: 'http://a.test' })).rejects.toThrow(
      LocalClerkOptionsError,
    );
  });

  it('offers what leads an application to it, as options and as variables', async () => {
    const { options, env, origin, instance } = await start({ secretKey: 'sk_test_chosen' });
    expect(options).toEqual({
      publishableKey: instance.publishableKey,
      secretKey: 'sk_test_chosen',
      machineSecretKey: instance.machineSecretKey,
      apiUrl: origin,
      proxyUrl: origin,
      signInUrl: `${origin}/sign-in`,
      signUpUrl: `${origin}/sign-up`,
    });
    expect(env).toEqual({
      CLERK_PUBLISHABLE_KEY: options.publishableKey,
      CLERK_SECRET_KEY: options.secretKey,
      CLERK_MACHINE_SECRET_KEY: options.machineSecretKey,
      CLERK_API_URL: options.apiUrl,
      CLERK_PROXY_URL: options.proxyUrl,
      CLERK_SIGN_IN_URL: options.signInUrl,
      CLERK_SIGN_UP_URL: options.signUpUrl,
      CLERK_WEBHOOK_SIGNING_SECRET: expect.stringMatching(/^whsec_/),
    });
  });

  it('listens on loopback only', async () => {
    const { port } = await start();
    const external = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    const reachable = await Promise.all(external.map(({ address }) => canConnect(address, port)));
    expect(await canConnect('127.0.0.1', port)).toBe(true);
    // Another loopback address: on Linux all of 127.0.0.0/8 would answer a server bound to any.
    expect(await canConnect('127.0.0.2', port)).toBe(false);
    expect(reachable).not.toContain(true);
  });
});

describe('stopping', () => {
  it('frees the port and leaves nothing open, though a client keeps its connection', async () => {
    const before = await listeningServers();
    const agent = new Agent({ keepAlive: true });
    const clerk = await start();
    await rawRequest(clerk.port, { agent });
    expect(await listeningServers()).toBe(before + 1);
    await clerk.stop();
    expect(await listeningServers()).toBe(before);
    expect(await canConnect('127.0.0.1', clerk.port)).toBe(false);
    agent.destroy();
  });

  it('ends a request that is under way', async () => {
    const clerk = await start();
    const path = `/v1/sessions/${clerk.instance.signIn('ada').id}/tokens`;
    const socket = connect(clerk.port, '127.0.0.1');
    const closed = new Promise((resolve) => socket.on('close', resolve));
    socket.on('error', () => undefined);
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${clerk.secretKey}\r\nContent-Length: 9\r\n\r\n{`,
    );
    await rawRequest(clerk.port);
    await clerk.stop();
    await closed;
  });

  it('may be asked for twice', async () => {
    const clerk = await start();
    await Promise.all([clerk.stop(), clerk.stop()]);
    await clerk.stop();
  });
});
