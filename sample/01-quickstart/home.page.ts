import type { SessionAuthObject } from 'clerk-nestjs';
import type { LocalClerk } from 'clerk-nestjs/testing';
import { attempts } from './attempts.ts';
import { localUsers, routes } from './home.sections.ts';
import { html } from './html.ts';
import { identity } from './identity.ts';
import { page } from './page.ts';

/** What the page is about. */
export interface HomePage {
  readonly auth: SessionAuthObject;
  /** Where the app is. */
  readonly origin: string;
  /** The embedded Clerk; undefined when the environment has keys. */
  readonly localClerk: LocalClerk | undefined;
}

/** The page for everybody. */
export function homePage({ auth, origin, localClerk }: HomePage): string {
  return page({
    heading: 'Your API knows who is calling',
    introduction:
      'Every request is authenticated before a handler runs. Guards decide who gets in, and ' +
      'permissions decide what they may do.',
    content: html`
      ${identity(auth)}
      <section aria-labelledby="try">
        <h2 id="try">Try it in a terminal</h2>
        <ol>
          ${attempts(origin, localClerk).map(
            ({ about, status, command }) =>
              html`<li>
                <p>${about} <span class="pill">answers ${status}</span></p>
                <pre><code>${command}</code></pre>
              </li>`,
          )}
        </ol>
      </section>
      ${localClerk && localUsers(localClerk)} ${routes}
    `,
  });
}
