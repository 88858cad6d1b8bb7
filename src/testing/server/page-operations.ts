import { displayName } from '../display-name.js';
import type { LocalUser } from '../local-user.js';
import { redeemSignInToken } from '../redeem-sign-in-token.js';
import { signInProblem } from '../sign-in-problem.js';
import { clientFor, clientOf, remember } from './dev-browser.js';
import { refusedRedirectPage, signedInPage, signedOutPage } from './pages/messages.js';
import { signInPage } from './pages/sign-in-page.js';
import { backToApp, REDIRECT_URL_RULE, redirectUrlOf, satelliteUrlOf } from './redirect-url.js';
import { redirect } from './reply.js';
import type { Reply } from './reply.js';
import type { Call } from './route.js';
import { basePathOf, pageUrl } from './through-proxy.js';

// A page that nobody would scroll through helps nobody.
const MAX_CHOICES = 100;

/**
 * `GET /sign-in`: the users to pick from, or the answer to a satellite application; with a sign-in
 * token as `__clerk_ticket` signs its user in.
 */
export function getSignIn(call: Call): Reply {
  const satellite = satelliteUrlOf(call);
  if (satellite === 'refused') return refusedRedirectPage(REDIRECT_URL_RULE);
  if (satellite !== 'missing') return answerSatellite(call, satellite);
  const url = redirectUrlOf(call);
  if (url === 'refused') return refusedRedirectPage(REDIRECT_URL_RULE);
  const ticket = call.query.get('__clerk_ticket');
  return ticket === null ? choosing(call, url) : signInByTicket(call, url, ticket);
}

/** `POST /sign-in`: signs `user` in in this browser and returns to `redirect_url`. */
export function signIn(call: Call): Reply {
  const { instance, body } = call;
  const url = redirectUrlOf(call);
  if (url === 'refused') return refusedRedirectPage(REDIRECT_URL_RULE);
  if (typeof body.user !== 'string') return choosing(call, url, 'Pick one of these users.');
  const user = instance.store.findUser(body.user);
  if (!user) return choosing(call, url, `There is no user "${body.user}" here. Pick one of these.`);
  return signedInAs(call, url, user);
}

/** `GET` and `POST /sign-out`: ends the session of this browser and returns to `redirect_url`. */
export function signOut(call: Call): Reply {
  const { instance } = call;
  const url = redirectUrlOf(call);
  if (url === 'refused') return refusedRedirectPage(REDIRECT_URL_RULE);
  const client = clientFor(call);
  instance.store.clients.signOut(client, instance.now());
  const reply =
    url === 'missing' ? signedOutPage(basePathOf(call)) : returning(url, client.devBrowser);
  return remember(client, reply);
}

/** `GET /sign-up`: nobody signs up here, as the users are given. */
export function getSignUp(call: Call): Reply {
  const parameters = call.query.toString();
  const signInUrl = pageUrl(call, '/sign-in');
  return redirect(307, parameters === '' ? signInUrl : `${signInUrl}?${parameters}`);
}

// A development satellite goes to its sign-in URL, which is the primary application's. Where that
// is this page, it answers as the primary would, or the browser would be stranded here.
function answerSatellite(call: Call, satellite: URL): Reply {
  const client = clientFor(call);
  const url = new URL(backToApp(satellite, '__clerk_db_jwt', client.devBrowser));
  url.searchParams.set('__clerk_synced', 'true');
  return remember(client, redirect(307, url.href));
}

// The link of a sign-in token, which is a secret and works once: nobody can make another follow it
// who couldn't sign in by it himself.
function signInByTicket(call: Call, url: URL | 'missing', ticket: string): Reply {
  const { store } = call.instance;
  const userId = redeemSignInToken(store.directory, ticket, call.instance.now());
  const user = userId === undefined ? undefined : store.findUser(userId);
  if (user) return signedInAs(call, url, user);
  return choosing(call, url, 'The link is no longer good: it was used, revoked or is too old.');
}

function signedInAs(call: Call, url: URL | 'missing', user: LocalUser): Reply {
  const { store } = call.instance;
  const now = call.instance.now();
  const problem = signInProblem(store.directory, user.id, now);
  if (problem) return choosing(call, url, `${displayName(user)} is ${problem}.`);
  const client = clientFor(call);
  store.clients.signIn(client, user, now);
  const reply =
    url === 'missing' ? signedInPage(user, basePathOf(call)) : returning(url, client.devBrowser);
  return remember(client, reply);
}

function choosing(call: Call, url: URL | 'missing', problem?: string): Reply {
  const { store } = call.instance;
  const users = store.listUsers(MAX_CHOICES);
  return signInPage({
    basePath: basePathOf(call),
    users,
    more: store.directory.users.size - users.length,
    current: store.clients.sessionOf(clientOf(call))?.user,
    redirectUrl: url === 'missing' ? undefined : url,
    problem,
  });
}

// With the browser's token, so that the app takes it for that browser, and asks who is signed in.
function returning(url: URL, devBrowser: string): Reply {
  return redirect(303, backToApp(url, '__clerk_db_jwt', devBrowser));
}
