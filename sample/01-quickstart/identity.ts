import type { SessionAuthObject, SignedInAuthObject } from 'clerk-nestjs';
import { type Html, html } from './html.ts';

/** Who is looking at the page, as the session token says. */
export function identity(auth: SessionAuthObject): Html {
  return html`<section aria-labelledby="you">
    <h2 id="you">Who you are</h2>
    ${
      auth.isAuthenticated
        ? html`<p class="pill good">Signed in</p>
            ${facts(auth)}
            <p><a href="/dashboard">Open your dashboard</a></p>`
        : html`<p class="pill">Signed out</p>
            <p>
              This request came without a valid session token. The page is public and answers all
              the same; a guarded route would not. To bring one,
              <a href="/dashboard">sign in to your dashboard</a>, or use the commands below.
            </p>`
    }
  </section>`;
}

/** What the token says about its user. */
export function facts(auth: SignedInAuthObject): Html {
  const { userId, orgId, orgSlug, orgRole, orgPermissions } = auth;
  return html`<dl>
    <dt>User</dt>
    <dd><code>${userId}</code></dd>
    <dt>Organization</dt>
    <dd>${orgSlug && html`${orgSlug} `}<code>${orgId ?? 'none'}</code></dd>
    <dt>Role</dt>
    <dd><code>${orgRole ?? 'none'}</code></dd>
    <dt>Permissions</dt>
    <dd>${chips(orgPermissions)}</dd>
  </dl>`;
}

/** A list of permissions. */
export function chips(permissions: readonly string[] = []): Html {
  if (permissions.length === 0) return html`<p>No permissions</p>`;
  const codes = permissions.map((permission) => html`<code>${permission}</code>`);
  return html`<p class="chips">${codes}</p>`;
}
