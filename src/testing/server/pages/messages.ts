import type { LocalUser } from '../../local-user.js';
import type { Reply } from '../reply.js';
import { displayName } from '../../display-name.js';
import { html } from './html.js';
import { page } from './page.js';

/**
 * After signing in with nowhere to return to.
 *
 * @param basePath What the paths of these pages begin with.
 */
export function signedInPage(user: LocalUser, basePath: string): Reply {
  return page({
    status: 200,
    title: 'Signed in',
    content: html`<div>
        <h1>Signed in as ${displayName(user)}</h1>
        <p class="muted">
          Start from your app next time, and you are brought back to it, signed in.
        </p>
      </div>
      <p>
        <a href="${basePath}/sign-in">Sign in as someone else</a> ·
        <a href="${basePath}/sign-out">Sign out</a>
      </p>`,
  });
}

/**
 * After signing out with nowhere to return to.
 *
 * @param basePath What the paths of these pages begin with.
 */
export function signedOutPage(basePath: string): Reply {
  return page({
    status: 200,
    title: 'Signed out',
    content: html`<div>
        <h1>Signed out</h1>
        <p class="muted">
          Nobody is signed in in this browser. An app that is open notices within a minute.
        </p>
      </div>
      <p><a href="${basePath}/sign-in">Sign in</a></p>`,
  });
}

/** 400: the app, or whoever wrote the link, wants the browser sent where it may not go. */
export function refusedRedirectPage(rule: string): Reply {
  return page({
    status: 400,
    title: 'No way back',
    content: html`<h1>No way back</h1>
      <p class="note bad" role="alert">The redirect_url ${rule}.</p>`,
  });
}
