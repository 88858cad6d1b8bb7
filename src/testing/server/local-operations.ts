import { displayName } from '../display-name.js';
import type { LocalUser } from '../local-user.js';
import { signInProblem } from '../sign-in-problem.js';
import { json, text } from './reply.js';
import type { Reply } from './reply.js';
import type { Call } from './route.js';

const MAX_USERS = 100;

/** `GET /`: what this is, for whoever opens it in a browser. */
export function getLocalIndex({ instance, origin }: Call): Reply {
  const users = instance.store
    .listUsers(MAX_USERS)
    .map(
      (user) =>
        `  ${displayName(user)}, ${placeOf(user)}\n` +
        `    ${origin}/local/tokens/${encodeURIComponent(user.name)}\n`,
    );
  return text(
    200,
    'A local development instance of Clerk, made by clerk-nestjs. It is not clerk.com, holds no\n' +
      'real data and forgets everything when it stops.\n\n' +
      `Sign in to your app as one of its users, or out again:\n\n  ${origin}/sign-in\n  ${origin}/sign-out\n\n` +
      `Its users, and where to get a fresh session token of each (valid for 60 seconds):\n\n${users.join('\n')}\n` +
      `curl -H "Authorization: Bearer $(curl -s ${origin}/local/tokens/ada)" ${instance.azp}\n`,
  );
}

/** `GET /local/users`: the users by name, the first ones if there are very many. */
export function listLocalUsers({ instance }: Call): Reply {
  return json(
    200,
    instance.store.listUsers(MAX_USERS).map(({ name, id, membership }) => ({
      name,
      id,
      organization: membership && {
        id: membership.organization.id,
        slug: membership.organization.slug,
        role: membership.role,
      },
    })),
  );
}

/** `GET /local/tokens/{user}`: a fresh session token and nothing else; `azp` sets that claim. */
export function getLocalToken({ instance, params, query }: Call<'user'>): Reply {
  const user = instance.store.findUser(params.user);
  if (!user) {
    const names = instance.store.userNames();
    return text(404, `No such user here. There are: ${names.join(', ')}.\n`);
  }
  const { directory } = instance.store;
  const problem = signInProblem(directory, user.id, instance.now());
  if (problem) return text(403, `Nobody can sign in as this user, who is ${problem}.\n`);
  const azp = query.get('azp');
  return text(200, instance.mintSessionToken(user.id, azp === null ? undefined : { azp }));
}

function placeOf({ membership }: LocalUser): string {
  return membership ? `${membership.role} of ${membership.organization.name}` : 'no organization';
}
