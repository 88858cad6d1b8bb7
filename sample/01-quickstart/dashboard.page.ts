import type { SignedInAuthObject } from 'clerk-nestjs';
import type { Article } from './articles.service.ts';
import { articleForm, articleList } from './dashboard.sections.ts';
import { html } from './html.ts';
import { facts } from './identity.ts';
import { page } from './page.ts';

/** What the page is about. */
export interface DashboardPage {
  readonly auth: SignedInAuthObject;
  /** First and last name. */
  readonly name: string;
  readonly articles: readonly Article[];
  /** Undefined where signing out is up to a frontend. */
  readonly signOutUrl: string | undefined;
}

/** The page of whoever is signed in. */
export function dashboardPage({ auth, name, articles, signOutUrl }: DashboardPage): string {
  const mayWrite = auth.has({ permission: 'org:articles:manage' });
  const secondsLeft = auth.sessionClaims.exp - Math.floor(Date.now() / 1000);
  return page({
    heading: name,
    introduction: 'This page is behind the guard: only people who are signed in get to see it.',
    content: html`
      <section aria-labelledby="you">
        <h2 id="you">What your session token says</h2>
        ${facts(auth)}
        <p class="muted">
          It is good for another <strong>${String(Math.max(0, secondsLeft))} seconds</strong>. Load
          the page after that: it is renewed on the way, without another sign-in.
        </p>
        <p>
          ${
            signOutUrl
              ? html`<a href="${signOutUrl}">Sign out</a>`
              : html`To sign out, call <code>Clerk.signOut()</code> in your frontend.`
          }
        </p>
      </section>
      <section aria-labelledby="articles">
        <h2 id="articles">Articles of your organization</h2>
        ${articleList(articles)} ${mayWrite ? articleForm : undefined}
        <p>
          <a href="/dashboard/manage">Who wrote what</a>
          <span class="muted">needs <code>org:articles:manage</code></span>
        </p>
      </section>
    `,
  });
}
