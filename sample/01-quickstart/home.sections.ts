import type { AuthObject } from 'clerk-nestjs';
import type { LocalClerk, LocalUser } from 'clerk-nestjs/testing';
import { type Html, html } from './html.ts';

/** Who is looking at the page, as the session token says. */
export function identity(auth: AuthObject): Html {
  return html`<section aria-labelledby="you">
    <h2 id="you">Who you are</h2>
    ${
      auth.isAuthenticated
        ? html`<p class="pill good">Signed in</p>
            <dl>
              <dt>User</dt>
              <dd><code>${auth.userId}</code></dd>
              <dt>Organization</dt>
              <dd><code>${auth.orgId ?? 'none'}</code></dd>
              <dt>Role</dt>
              <dd><code>${auth.orgRole ?? 'none'}</code></dd>
              <dt>Permissions</dt>
              <dd>${chips(auth.orgPermissions)}</dd>
            </dl>`
        : html`<p class="pill">Signed out</p>
            <p>
              This request came without a valid session token. The page is public and answers all
              the same; a guarded route, such as <code>/api/me</code>, would not. The commands below
              show how to bring one.
            </p>`
    }
  </section>`;
}

/** The users of the embedded Clerk. */
export function localUsers({ instance, origin }: LocalClerk): Html {
  return html`<section aria-labelledby="users">
    <h2 id="users">Users of the embedded Clerk</h2>
    <p class="muted">
      It runs at <a href="${origin}">${origin}</a> for development only: no account, no network,
      forgotten when it stops.
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

function chips(permissions: readonly string[] = []): Html {
  if (permissions.length === 0) return html`<p>No permissions</p>`;
  const codes = permissions.map((permission) => html`<code>${permission}</code>`);
  return html`<p class="chips">${codes}</p>`;
}

const ROUTES = [
  ['GET /', 'This page', html`nothing`],
  ['GET /api/status', 'The state of the request', html`nothing`],
  ['GET /api/me', 'Who is calling', html`a session`],
  ['GET /api/users/me', 'The user, from the Backend API', html`a session`],
  ['GET /api/articles', 'The articles', html`<code>org:articles:read</code>`],
  ['POST /api/articles', 'A new article', html`<code>org:articles:manage</code>`],
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
