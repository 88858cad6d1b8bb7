import type { Article } from './articles.service.ts';
import { type Html, html } from './html.ts';
import { page } from './page.ts';

/** The page about an organization's articles, for those who manage them. */
export function managePage(articles: readonly Article[]): string {
  return page({
    heading: 'Who wrote what',
    introduction: 'Only who has the permission org:articles:manage gets to see this page.',
    content: html`<section>
      <table>
        <thead>
          <tr>
            <th scope="col">Article</th>
            <th scope="col">Author</th>
          </tr>
        </thead>
        <tbody>
          ${articles.map(row)}
        </tbody>
      </table>
      <p><a href="/dashboard">Back to your dashboard</a></p>
    </section>`,
  });
}

function row({ title, authorId }: Article): Html {
  return html`<tr>
    <td>${title}</td>
    <td><code>${authorId}</code></td>
  </tr>`;
}
