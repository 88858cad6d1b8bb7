import type { LocalClerk } from 'clerk-nestjs/testing';

/** A command to try, and what comes of it. */
export interface Attempt {
  readonly about: string;
  /** The HTTP status it ends in. */
  readonly status: string;
  readonly command: string;
}

/**
 * Three curl lines, for the terminal and the page.
 *
 * @param origin Where the app is.
 * @param localClerk The embedded Clerk, which hands out tokens of its users.
 */
export function attempts(origin: string, localClerk: LocalClerk | undefined): readonly Attempt[] {
  const app = origin.replace('http://', '');
  const post = `-H 'Content-Type: application/json' -d '{"title":"Hello"}' ${app}/api/articles`;
  if (!localClerk) {
    const authorization = '-H "Authorization: Bearer $TOKEN"';
    return [
      { about: 'Ask who is calling, signed out', status: '401', command: `curl -i ${app}/api/me` },
      {
        about: 'The same signed in; your frontend has TOKEN from Clerk.session.getToken()',
        status: '200',
        command: `curl -i ${authorization} ${app}/api/me`,
      },
      {
        about: 'Write an article, with the permission org:articles:manage or without',
        status: '201 or 403',
        command: `curl -i ${authorization} ${post}`,
      },
    ];
  }
  const tokens = `${localClerk.origin.replace('http://', '')}/local/tokens`;
  const as = (user: string) => `-H "Authorization: Bearer $(curl -s ${tokens}/${user})"`;
  return [
    {
      about: 'Ask who is calling, as Ada',
      status: '200',
      command: `curl -i ${as('ada')} ${app}/api/me`,
    },
    { about: 'Write an article, as Ada', status: '201', command: `curl -i ${as('ada')} ${post}` },
    {
      about: 'The same as Grace, who may only read',
      status: '403',
      command: `curl -i ${as('grace')} ${post}`,
    },
  ];
}
