import { UnknownLocalUserError } from './errors.js';
import { fixedId } from './ids.js';
import type { LocalSession, LocalUser } from './local-user.js';
import { seededOrganizations, seededUsers } from './seed.js';
import type { SeededOrganizations, SeededUsers } from './seed.js';

/** What an embedded instance knows: users, organizations, and who is signed in. */
export class LocalStore {
  readonly users: SeededUsers = seededUsers;
  readonly organizations: SeededOrganizations = seededOrganizations;
  private readonly sessions = new Map<string, LocalSession>();

  /** Every user, in a stable order. */
  listUsers(): readonly LocalUser[] {
    return [this.users.ada, this.users.grace, this.users.alan];
  }

  /** @param user A name (`ada`) or an id (`user_…`). */
  findUser(user: string): LocalUser | undefined {
    return this.listUsers().find(({ name, id }) => name === user || id === user);
  }

  /**
   * @param user A name (`ada`) or an id (`user_…`).
   * @throws UnknownLocalUserError naming the users there are.
   */
  getUser(user: string): LocalUser {
    const found = this.findUser(user);
    if (!found) {
      throw new UnknownLocalUserError(
        user,
        this.listUsers().map(({ name }) => name),
      );
    }
    return found;
  }

  /** The session with this id, if its user has signed in. */
  findSession(id: string): LocalSession | undefined {
    return this.sessions.get(id);
  }

  /**
   * The user's session: the one there is, else a new one.
   *
   * @param now When a new one begins: Unix time in milliseconds.
   */
  signIn(user: LocalUser, now: number): LocalSession {
    const existing = this.sessions.get(user.sessionId);
    if (existing) return existing;
    const session: LocalSession = {
      id: user.sessionId,
      clientId: fixedId('client', user.firstName),
      user,
      createdAt: now,
    };
    this.sessions.set(session.id, session);
    return session;
  }
}
