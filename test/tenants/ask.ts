import { type Agent, request } from 'node:http';

/** What an application answered. */
export interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  /** Parsed where it is JSON. */
  readonly body: unknown;
}

/** What a request brings. */
export interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
  readonly body?: string;
  /** Keeps connections, where a test wants them kept. */
  readonly agent?: Agent;
}

/** Asks an application, also under a host that is not its own, and follows no redirect. */
export function ask(url: string, { headers, method, body, agent }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request(url, { headers, method, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const { statusCode: status = 0, headers: answered } = response;
        const parsed: unknown = /^[{["]/.test(text) ? JSON.parse(text) : text;
        resolve({ status, location: answered.location, body: parsed });
      });
      response.on('error', reject);
    });
    call.on('error', reject);
    call.end(body);
  });
}
