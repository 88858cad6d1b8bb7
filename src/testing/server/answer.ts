import type { IncomingMessage } from 'node:http';
import { parse } from 'cookie';
import type { LocalMachine } from '../local-machine.js';
import type { ChangeCause } from '../store-changes.js';
import { apiError, operationMissing } from './api-errors.js';
import { areaOf, isForBrowsers } from './area.js';
import type { Area } from './area.js';
import { isLoopbackHost } from './loopback.js';
import { refuseForeignForm } from './origin-check.js';
import { text } from './reply.js';
import type { Reply } from './reply.js';
import { MAX_BODY_IN_BYTES, readBody } from './request-body.js';
import type { Body } from './request-body.js';
import { slotsIn } from './route.js';
import type { Call, Route, ServerContext } from './route.js';
import { routes } from './routes.js';
import { isBearer, refuseWithoutSecretKey } from './secret-key-check.js';
import { parseTarget } from './target.js';
import type { Target } from './target.js';
import { throughProxy } from './through-proxy.js';

/** Answers a request. Whatever is wrong with the request becomes a 4xx. */
export async function answer(request: IncomingMessage, context: ServerContext): Promise<Reply> {
  if (!isLoopbackHost(request.headers.host)) {
    return text(403, 'The local Clerk instance answers on localhost only.\n');
  }
  const target = parseTarget(request.url);
  if (!target) {
    return apiError({ status: 400, code: 'bad_request' }, 'The request target is no valid path.');
  }
  const seen = throughProxy(request.headers, context);
  if ('refusal' in seen) return seen.refusal;
  const area = areaOf(target.segments);
  return refuse(request, target, area, seen) ?? dispatch(request, target, area, seen);
}

function refuse(
  request: IncomingMessage,
  { segments }: Target,
  area: Area,
  context: ServerContext,
): Reply | undefined {
  const { authorization, origin } = request.headers;
  if (context.proxyUrl && !isForBrowsers(area, segments)) return NOT_PROXIED;
  switch (area) {
    case 'backend-api':
      return refuseWithoutSecretKey(authorization, context.instance.secretKey);
    case 'm2m-api':
      return machineOf(request, context)
        ? undefined
        : refuseWithoutSecretKey(authorization, context.instance.secretKey);
    case 'local':
      return request.method === 'POST' ? refuseForeignForm(origin, context) : undefined;
    case 'frontend-api':
      return undefined;
    default:
      return area satisfies never;
  }
}

const NOT_PROXIED = text(
  404,
  'The local Clerk instance serves its Frontend API and the pages to sign in and out through a proxy; ' +
    'ask for anything else where it runs.\n',
);

// Only the M2M API lets a machine in by its own key.
function machineOf(
  { headers }: IncomingMessage,
  { instance }: ServerContext,
): LocalMachine | undefined {
  return instance.store.directory.findMachineByKey(
    (secretKey) => isBearer(headers.authorization, secretKey),
    instance.now(),
  );
}

async function dispatch(
  request: IncomingMessage,
  target: Target,
  area: Area,
  context: ServerContext,
): Promise<Reply> {
  const method = request.method ?? 'GET';
  // HEAD is GET without the body, which Node leaves out by itself.
  const match = findRoute(method === 'HEAD' ? 'GET' : method, target.segments);
  if (!match) return missing(area, method, target.path);
  const call = {
    ...context,
    params: match.params,
    query: target.query,
    machine: area === 'm2m-api' ? machineOf(request, context) : undefined,
    cookies: parse(request.headers.cookie ?? ''),
  };
  const { changes } = context.instance.store.directory;
  const body = await readBody(request);
  // All at once, so nothing else happens meanwhile that this request would be blamed for.
  return changes.during(causeOf(request), () => answerTo(body, call, match.route));
}

function causeOf({ headers, socket }: IncomingMessage): ChangeCause {
  return { clientIp: socket.remoteAddress ?? '', userAgent: headers['user-agent'] ?? '' };
}

function answerTo(body: Body, call: Omit<Call, 'body' | 'items'>, route: Route): Reply {
  switch (body.kind) {
    case 'parameters':
      return route.takesList
        ? malformed('a JSON list')
        : route.handle({ ...call, body: body.parameters, items: undefined });
    case 'list':
      return route.takesList
        ? route.handle({ ...call, body: {}, items: body.items })
        : malformed('a JSON object or a form');
    case 'malformed':
      return malformed(route.takesList ? 'a JSON list' : 'a JSON object or a form');
    case 'too-large':
      return apiError(
        { status: 413, code: 'request_body_too_large' },
        `The request body is larger than ${MAX_BODY_IN_BYTES} bytes.`,
      );
    default:
      return body satisfies never;
  }
}

function malformed(wanted: string): Reply {
  return apiError(
    { status: 400, code: 'request_body_invalid' },
    `The request body must be ${wanted}.`,
  );
}

function findRoute(
  method: string,
  segments: readonly string[],
): { route: Route; params: Call['params'] } | undefined {
  for (const route of routes) {
    const params = route.method === method ? slotsIn(route.path, segments) : undefined;
    if (params) return { route, params };
  }
  return undefined;
}

function missing(area: Area, method: string, path: string): Reply {
  switch (area) {
    case 'backend-api':
    case 'm2m-api':
      return operationMissing(method, path);
    case 'frontend-api':
      return text(
        501,
        `The local Clerk instance doesn't have this Frontend API operation: ${method} ${path}.\n`,
      );
    case 'local':
      return text(501, `The local Clerk instance doesn't have this page: ${method} ${path}.\n`);
    default:
      return area satisfies never;
  }
}
