import type { LocalUser } from '../../local-user.js';
import type { Reply } from '../reply.js';
import { displayName } from '../../display-name.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { page } from './page.js';

/** What the sign-in page is about. */
export interface SignInPage {
  /** What the paths of these pages begin with; empty unless behind a proxy. */
  readonly basePath: string;
  readonly users: readonly LocalUser[];
  /** How many users there are whom it does not show. */
  readonly more: number;
  /** Who is signed in in this browser. */
  readonly current: LocalUser | undefined;
  /** Where the form leads; undefined for nowhere. */
  readonly redirectUrl: URL | undefined;
  /** What was wrong with the form that was sent. */
  readonly problem?: string;
}

/** The page that lists the users to pick from; 400 if there was a problem. */
export function signInPage({
  basePath,
  users,
  more,
  current,
  redirectUrl,
  problem,
}: SignInPage): Reply {
  return page({
    status: problem === undefined ? 200 : 400,
    title: 'Sign in',
    app: redirectUrl,
    content: html`
      <div>
        <h1>Sign in</h1>
        <p class="muted">Pick a user.${redirectUrl && destination(redirectUrl)}</p>
      </div>
      ${problem && html`<p class="note bad" role="alert">${problem}</p>`}
      ${current && signedIn(current, redirectUrl, basePath)}
      <form method="post" action="${basePath}/sign-in">
        ${redirectUrl && html`<input type="hidden" name="redirect_url" value="${redirectUrl.href}" />`}
        <ul>
          ${users.map(choice)}
        </ul>
        ${more === 0 ? undefined : html`<p class="muted">And ${String(more)} more, who are not listed.</p>`}
      </form>
    `,
  });
}

function destination({ origin }: URL): Html {
  return html` You then return to <code>${origin}</code>.`;
}

function signedIn(user: LocalUser, redirectUrl: URL | undefined, basePath: string): Html {
  const query = redirectUrl && new URLSearchParams({ redirect_url: redirectUrl.href });
  return html`<p class="note good">
    This browser is signed in as ${displayName(user)}.
    <a href="${basePath}/sign-out${query && `?${query.toString()}`}">Sign out</a>
  </p>`;
}

function choice(user: LocalUser): Html {
  const { name, firstName, lastName, emailAddress, membership } = user;
  return html`<li>
    <button name="user" value="${name}">
      <span class="initials" aria-hidden="true">${firstName.charAt(0)}${lastName.charAt(0)}</span>
      <span>
        <span class="name">${displayName(user)}</span>
        <span class="email">${emailAddress}</span>
      </span>
      <span class="place">
        ${
          membership
            ? html`${membership.organization.name}<br /><code>${membership.role}</code>`
            : 'no organization'
        }
      </span>
    </button>
  </li>`;
}
