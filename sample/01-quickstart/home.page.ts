import type { AuthObject } from 'clerk-nestjs';
import type { LocalClerk } from 'clerk-nestjs/testing';
import { attempts } from './attempts.ts';
import { identity, localUsers, routes } from './home.sections.ts';
import { styles } from './home.styles.ts';
import { html } from './html.ts';

/** What the page is about. */
export interface HomePage {
  readonly auth: AuthObject;
  /** Where the app is. */
  readonly origin: string;
  /** The embedded Clerk; undefined when the environment has keys. */
  readonly localClerk: LocalClerk | undefined;
}

/** The page as HTML, complete without scripts or any other request. */
export function homePage({ auth, origin, localClerk }: HomePage): string {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>clerk-nestjs quickstart</title>
        <style>
          ${styles}
        </style>
      </head>
      <body>
        <header>
          <p>clerk-nestjs quickstart</p>
          <h1>Your API knows who is calling</h1>
          <p>
            Every request is authenticated before a handler runs. Guards decide who gets in, and
            permissions decide what they may do.
          </p>
        </header>
        <main>
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
        </main>
        <footer>
          <p>clerk-nestjs is an independent project, not affiliated with Clerk.</p>
        </footer>
      </body>
    </html> `;
  return page.source;
}
