import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';

/** An article, owned by an organization. */
export interface Article {
  readonly id: string;
  readonly title: string;
  readonly orgId: string;
  readonly authorId: string;
}

/** How many articles are kept; the oldest goes first. */
const CAPACITY = 100;

/** Articles in memory, gone when the application stops. */
@Injectable()
export class ArticlesService {
  #articles: readonly Article[] = [];

  /** An organization's articles, newest first. */
  list(orgId: string): readonly Article[] {
    return this.#articles.filter((article) => article.orgId === orgId);
  }

  create(article: Omit<Article, 'id'>): Article {
    const created = { id: randomUUID(), ...article };
    this.#articles = [created, ...this.#articles].slice(0, CAPACITY);
    return created;
  }
}
