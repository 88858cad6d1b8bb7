import { randomId } from '../../ids.js';
import type { LocalSession } from '../../local-user.js';
import { signInProblem } from '../../sign-in-problem.js';
import { sessionJson } from '../../wire/session-json.js';
import { apiError, invalidParameter, notFound } from '../api-errors.js';
import { required, token, word } from '../field.js';
import { having, matching } from '../filters.js';
import { pageJson, withPage } from '../list-query.js';
import type { ListRules } from '../list-query.js';
import { json } from '../reply.js';
import type { Reply } from '../reply.js';
import type { Call } from '../route.js';
import { withBody } from '../with-body.js';

const STATUSES = 'abandoned active ended expired removed replaced revoked pending'.split(' ');

const rules: ListRules<LocalSession> = { columns: { created_at: ({ createdAt }) => createdAt } };

/** `GET /v1/sessions`: a bare list, or with `paginated=true` a page. */
export function getSessionList({ instance, query }: Call): Reply {
  const status = query.get('status');
  if (status && !STATUSES.includes(status)) {
    return invalidParameter('status', `must be one of ${STATUSES.join(', ')}`);
  }
  const found = matching(instance.store.sessions.list().toReversed(), [
    having(query, 'user_id', ({ user }) => [user.id]),
    having(query, 'client_id', ({ clientId }) => [clientId]),
    having(query, 'status', (session) => [session.status]),
  ]);
  return withPage(query, found, rules, (page) =>
    query.get('paginated') === 'true'
      ? pageJson(page, sessionJson)
      : json(200, page.rows.map(sessionJson)),
  );
}

/** `GET /v1/sessions/{session_id}` */
export const getSession = withSession((_, session) => json(200, sessionJson(session)));

/** `POST /v1/sessions`: a session in a browser that nobody has, as at Clerk for tests. */
export function createSession({ instance, body }: Call): Reply {
  const fields = { user_id: required(word), active_organization_id: word };
  return withBody(body, fields, (given) => {
    const { directory, sessions } = instance.store;
    const user = directory.users.get(given.user_id);
    if (!user) return notFound('User', given.user_id);
    const now = instance.now();
    const problem = signInProblem(directory, user.id, now);
    if (problem) return refuseSignIn(problem);
    const organization = given.active_organization_id ?? undefined;
    if (organization !== undefined && !directory.findMembership(organization, user.id)) {
      return notFound('Organization membership', organization);
    }
    const session = sessions.begin(user, randomId('client'), now);
    if (organization !== undefined) sessions.activate(session, organization, now);
    return json(200, sessionJson(sessions.find(session.id) ?? session));
  });
}

/** `POST /v1/sessions/{session_id}/revoke` */
export const revokeSession = withSession(({ instance }, session) => {
  const { sessions } = instance.store;
  if (session.status === 'active') sessions.revoke(session, instance.now());
  return json(200, sessionJson(sessions.find(session.id) ?? session));
});

/** `POST /v1/sessions/{session_id}/verify`, which the OpenAPI document no longer has. */
export const verifySession = withSession(({ instance, body }, session) =>
  withBody(body, { token: required(token) }, ({ token: shown }) => {
    const isOfSession = instance.claimsOf(shown)?.sid === session.id;
    if (isOfSession && session.status === 'active') return json(200, sessionJson(session));
    return apiError(
      { status: 401, code: 'authentication_invalid' },
      'Invalid authentication',
      'The token is not of this session, or the session is over.',
    );
  }),
);

/** `POST /v1/sessions/{session_id}/tokens/{template_name}`: this instance has no JWT templates. */
export const createTemplateToken = withSession<'template_name'>(({ params }) =>
  notFound('JWT template', params.template_name),
);

function withSession<Slot extends string = never>(
  use: (call: Call<Slot | 'session_id'>, session: LocalSession) => Reply,
): (call: Call<Slot | 'session_id'>) => Reply {
  return (call) => {
    const session = call.instance.store.findSession(call.params.session_id);
    return session ? use(call, session) : notFound('Session', call.params.session_id);
  };
}

function refuseSignIn(why: 'banned' | 'locked'): Reply {
  return apiError(
    { status: 422, code: `user_${why}` },
    `User ${why}`,
    `Nobody can sign in as this user, who is ${why}.`,
  );
}
