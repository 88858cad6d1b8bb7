import { Logger } from '@nestjs/common';
import { ProxyServers } from '../serve/proxy-servers.js';
import { RecordingUpstream } from '../serve/recording-upstream.js';

/** Runs something while all proxies run, which pass on to one Frontend API. */
export async function withProxies<T>(
  run: (upstream: RecordingUpstream, servers: ProxyServers) => Promise<T>,
): Promise<T> {
  Logger.overrideLogger(false);
  const upstream = await RecordingUpstream.start();
  const servers = await ProxyServers.start(upstream.origin);
  try {
    return await run(upstream, servers);
  } finally {
    await servers.stop();
    await upstream.stop();
  }
}
