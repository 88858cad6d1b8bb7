import type { LocalClerk } from 'clerk-nestjs/testing';
import { attempts } from './attempts.ts';

/** What the terminal shows once the app is up: addresses, users, and what to try. */
export function announcement(origin: string, localClerk: LocalClerk | undefined): string {
  const clerk = localClerk
    ? `${localClerk.origin}  (embedded, for development: no account, no network)`
    : 'the instance of your CLERK_* keys';
  const lines = [
    '',
    `App    ${origin}`,
    `Clerk  ${clerk}`,
    ...(localClerk ? ['', 'Users', ...users(localClerk)] : []),
    '',
    `Open ${origin}/dashboard in a browser${localClerk ? `, ${origin}/events as Ada` : ''}, or try`,
    ...attempts(origin, localClerk).flatMap(({ about, status, command }) => [
      `  ${about}: ${status}`,
      command,
      '',
    ]),
    'Ctrl-C stops everything.',
    '',
  ];
  return lines.join('\n');
}

function users({ instance }: LocalClerk): string[] {
  return instance.store.listUsers().map(({ name, firstName, lastName, membership }) => {
    const may = membership
      ? `${membership.role} of ${membership.organization.name}: ${membership.permissions.join(', ')}`
      : 'in no organization';
    return `  ${name.padEnd(6)} ${`${firstName} ${lastName}`.padEnd(13)} ${may}`;
  });
}
