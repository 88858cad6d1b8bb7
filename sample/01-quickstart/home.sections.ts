import type { LocalClerk, LocalUser } from 'clerk-nestjs/testing';
import { type Html, html } from './html.ts';
import { chips } from './identity.ts';

/** The users of the embedded Clerk. */
export function localUsers({ instance, origin }: LocalClerk): Html {
  return html`<section aria-labelledby="users">
    <h2 id="users">Users of the embedded Clerk</h2>
    <p class="muted">
      It runs at <a href="${origin}">${origin}</a> for development only: no account, no network,
      forgotten when it stops. What happens there is delivered to this app: sign in as Ada and watch
      <a href="/events">the events</a>.
    </p>
    <ul class="users">
      ${instance.store.listUsers().map((user) => localUser(user, origin))}
    </ul>
  </section>`;
}

function localUser({ name, firstName, lastName, membership }: LocalUser, origin: string): Html {
  return html`<li>
    <h3>${firstName} ${lastName}</h3>
    <p class="muted">
      ${membership ? `${membership.role} of ${membership.organization.name}` : 'In no organization'}
    </p>
    ${chips(membership?.permissions)}
    <p><a href="${origin}/local/tokens/${name}">Get a token for ${firstName}</a></p>
  </li>`;
}

const ROUTES = [
  ['GET /', 'This page', html`nothing`],
  ['GET /dashboard', 'A page about you', html`a session`],
  ['GET /dashboard/manage', 'Who wrote what', html`<code>org:articles:manage</code>`],
  ['POST /dashboard/articles', 'A new article, by form', html`<code>org:articles:manage</code>`],
  ['GET /api/status', 'The state of the request', html`nothing`],
  ['GET /api/me', 'Who is calling', html`a session`],
  ['GET /api/users/me', 'The user, from the Backend API', html`a session`],
  ['GET /api/articles', 'The articles', html`<code>org:articles:read</code>`],
  ['POST /api/articles', 'A new article', html`<code>org:articles:manage</code>`],
  ['GET /events', 'Events of Clerk, as they arrive', html`<code>org:admin</code>`],
  ['POST /events/users', 'A new user, by form', html`<code>org:admin</code>`],
] as const;

/** What the API offers and to whom. */
export const routes = html`<section aria-labelledby="routes">
  <h2 id="routes">Routes</h2>
  <table>
    <thead>
      <tr>
        <th scope="col">Route</th>
        <th scope="col">Needs</th>
      </tr>
    </thead>
    <tbody>
      ${ROUTES.map(
        ([route, answer, needs]) =>
          html`<tr>
            <th scope="row">
              <code>${route}</code>
              <div class="muted">${answer}</div>
            </th>
            <td>${needs}</td>
          </tr>`,
      )}
    </tbody>
  </table>
</section>`;
