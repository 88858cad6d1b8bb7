import { createHash } from 'node:crypto';
import { document } from '../reply.js';
import type { Reply } from '../reply.js';
import { Html, html } from './html.js';
import { styles } from './styles.js';

/** A page of the embedded Clerk. */
export interface Page {
  readonly status: number;
  readonly title: string;
  readonly content: Html;
  /** The app that the page's form leads back to. */
  readonly app?: URL;
}

// Outside of any template that could add a space: the policy knows the sheet by its hash.
const STYLE_ELEMENT = new Html(`<style>${styles}</style>`);
const STYLE_HASH = createHash('sha256').update(styles).digest('base64');

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  'img-src data:', // the empty icon
  `style-src 'sha256-${STYLE_HASH}'`,
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A whole page, complete without scripts or any other request. */
export function page({ status, title, content, app }: Page): Reply {
  const { source } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · LocalClerk</title>
        <link rel="icon" href="data:," />
        ${STYLE_ELEMENT}
      </head>
      <body>
        <p class="brand">LocalClerk · the embedded Clerk</p>
        <main>${content}</main>
        <footer>
          <p>
            For development: no passwords, no network, and everything is forgotten when it stops.
            Made by clerk-nestjs, an independent project that is not affiliated with Clerk.
          </p>
        </footer>
      </body>
    </html> `;
  return document(status, source, `${CONTENT_SECURITY_POLICY}; form-action ${formTargets(app)}`);
}

// Chromium holds the redirects that follow a form against this too, and those lead to the app and
// from there to the handshake. The language of policies has no word for an IPv6 address.
function formTargets(app: URL | undefined): string {
  if (app?.hostname === '[::1]') return 'http: https:';
  return "'self' http://localhost:* http://127.0.0.1:*";
}
