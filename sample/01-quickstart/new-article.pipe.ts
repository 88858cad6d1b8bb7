import { BadRequestException, Injectable, type PipeTransform } from '@nestjs/common';

/** The longest title, in characters. */
const MAX_TITLE_LENGTH = 200;

/** What a client sends to create an article. */
export interface NewArticle {
  readonly title: string;
}

/** Turns a request body into a new article, or answers 400. An article need not have a title yet. */
@Injectable()
export class NewArticlePipe implements PipeTransform<unknown, NewArticle> {
  transform(body: unknown): NewArticle {
    const title = titleOf(body ?? {});
    if (title && title.length <= MAX_TITLE_LENGTH) return { title };
    throw new BadRequestException(
      `Send a "title" of 1 to ${MAX_TITLE_LENGTH} characters, such as the JSON {"title":"Hello"}.`,
    );
  }
}

/** The title, `Untitled` where none is sent, or undefined where what is sent is none. */
function titleOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  if (!('title' in body)) return 'Untitled';
  return typeof body.title === 'string' ? body.title.trim() : undefined;
}
