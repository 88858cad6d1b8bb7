import { type Html, html } from './html.ts';
import { styles } from './page.styles.ts';

/** A page of the quickstart. */
export interface Page {
  readonly heading: string;
  /** What the heading means, in a sentence or two. */
  readonly introduction: string;
  /** The sections. */
  readonly content: Html;
}

/** The page as HTML, complete without scripts or any other request. */
export function page({ heading, introduction, content }: Page): string {
  const { source } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${heading} · clerk-nestjs quickstart</title>
        <link rel="icon" href="data:," />
        <style>
          ${styles}
        </style>
      </head>
      <body>
        <header>
          <p><a href="/">clerk-nestjs quickstart</a></p>
          <h1>${heading}</h1>
          <p>${introduction}</p>
        </header>
        <main>${content}</main>
        <footer>
          <p>clerk-nestjs is an independent project, not affiliated with Clerk.</p>
        </footer>
      </body>
    </html> `;
  return source;
}
