import type { Article } from './articles.service.ts';
import { type Html, html } from './html.ts';

/** The titles. */
export function articleList(articles: readonly Article[]): Html {
  if (articles.length === 0) return html`<p class="muted">None so far.</p>`;
  return html`<ul class="articles">
    ${articles.map(({ title }) => html`<li>${title}</li>`)}
  </ul>`;
}

/** For those who may write one. */
export const articleForm = html`<form method="post" action="/dashboard/articles">
  <label for="title">New article</label>
  <input id="title" name="title" required maxlength="200" pattern=".*[^ ].*" placeholder="Title" />
  <button>Create</button>
</form>`;
