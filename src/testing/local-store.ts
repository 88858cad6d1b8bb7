import { ClientStore } from './client-store.js';
import { UnknownLocalUserError } from './errors.js';
import { HandshakeNonces } from './handshake-nonces.js';
import type { LocalSession, LocalUser } from './local-user.js';
import { seededOrganizations, seededUsers } from './seed.js';
import type { SeededOrganizations, SeededUsers } from './seed.js';
import { SessionStore } from './session-store.js';

/** What an embedded instance knows: users, organizations, browsers, and who is signed in where. */
export class LocalStore {
  readonly users: SeededUsers = seededUsers;
  readonly organizations: SeededOrganizations = seededOrganizations;
  readonly sessions = new SessionStore();
  readonly clients = new ClientStore(this.sessions);
  readonly nonces = new HandshakeNonces();

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

  /** The session with this id, active or ended, if its user has signed in. */
  findSession(id: string): LocalSession | undefined {
    return this.sessions.find(id);
  }

  /**
   * The user's session without a browser: the one there is, else a new one.
   *
   * @param now When a new one begins: Unix time in milliseconds.
   */
  signIn(user: LocalUser, now: number): LocalSession {
    return this.sessions.fixed(user, now);
  }
}
