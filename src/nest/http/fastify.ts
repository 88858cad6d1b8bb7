import type { ServerResponse } from 'node:http';
import type { NodeRequest } from './node-request.js';

/** The parts of a Fastify instance that are used here; the package need not be installed. */
interface FastifyLike {
  hasRequestDecorator(name: string): boolean;
  decorateRequest(
    name: string,
    value: { getter(): unknown; setter(value: unknown): void },
  ): unknown;
  addHook: Hooks;
}

/** The stages of a request at which something is done; each hook calls back when it has. */
interface Hooks {
  (
    name: 'onSend',
    hook: (request: unknown, reply: ReplyLike, payload: unknown, done: () => void) => void,
  ): unknown;
  (
    name: 'preValidation',
    hook: (request: { raw: NodeRequest }, reply: unknown, done: () => void) => void,
  ): unknown;
}

interface ReplyLike {
  readonly raw: ServerResponse;
  hasHeader(name: string): boolean;
  header(name: string, value: unknown): unknown;
}

/** Calls back on behalf of a request. */
type Resume = (request: NodeRequest, done: () => void) => void;

/** Makes a Fastify application show what the middleware has left on Node's request and response. */
export function adaptFastify(instance: unknown, resume: Resume): void {
  if (!isFastify(instance)) return;
  exposeAuth(instance);
  keepCookies(instance);
  resumeAfterBody(instance, resume);
}

/** Fastify's handlers see a wrapper of Node's request; `req.auth` has to be on that too. */
function exposeAuth(instance: FastifyLike): void {
  if (instance.hasRequestDecorator('auth')) return;
  instance.decorateRequest('auth', {
    getter(this: { raw: { auth?: unknown } }) {
      return this.raw.auth;
    },
    setter(this: { raw: { auth?: unknown } }, value: unknown) {
      this.raw.auth = value;
    },
  });
}

/**
 * Cookies of a handler's reply would take the place of those that were set on Node's response, and
 * with them of a session that was just renewed. They are put together instead.
 */
function keepCookies(instance: FastifyLike): void {
  instance.addHook('onSend', (_request, reply, _payload, done) => {
    const ours = reply.raw.getHeader('set-cookie');
    if (ours !== undefined && reply.hasHeader('set-cookie')) {
      reply.raw.removeHeader('set-cookie');
      for (const cookie of [ours].flat()) reply.header('set-cookie', cookie);
    }
    done();
  });
}

/**
 * Has everything after the body was read run as everything before: the parser calls back from a
 * stream's event, which belongs to no request.
 */
function resumeAfterBody(instance: FastifyLike, resume: Resume): void {
  instance.addHook('preValidation', (request, _reply, done) => resume(request.raw, done));
}

function isFastify(instance: unknown): instance is FastifyLike {
  return (
    typeof instance === 'object' &&
    instance !== null &&
    'decorateRequest' in instance &&
    'hasRequestDecorator' in instance &&
    'addHook' in instance
  );
}
