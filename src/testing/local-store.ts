import { ClientStore } from './client-store.js';
import { UnknownLocalSubjectError, UnknownLocalUserError } from './errors.js';
import { HandshakeNonces } from './handshake-nonces.js';
import type { LocalMachine } from './local-machine.js';
import type { LocalSession, LocalUser } from './local-user.js';
import { MachineTokenStore } from './machine-token-store.js';
import type { LocalApiKey, LocalM2mToken, LocalOAuthAccessToken } from './machine-token.js';
import { seededMachines } from './seed-machines.js';
import type { SeededMachines } from './seed-machines.js';
import { seededOrganizations, seededUsers } from './seed.js';
import type { SeededOrganizations, SeededUsers } from './seed.js';
import { SessionStore } from './session-store.js';

/** What an embedded instance knows: who there is, who is signed in where, and which tokens there are. */
export class LocalStore {
  readonly users: SeededUsers = seededUsers;
  readonly organizations: SeededOrganizations = seededOrganizations;
  readonly machines: SeededMachines = seededMachines;
  readonly sessions = new SessionStore();
  readonly clients = new ClientStore(this.sessions);
  readonly nonces = new HandshakeNonces();
  readonly apiKeys = new MachineTokenStore<LocalApiKey>('ak');
  readonly m2mTokens = new MachineTokenStore<LocalM2mToken>('mt');
  readonly oauthAccessTokens = new MachineTokenStore<LocalOAuthAccessToken>('oat');

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

  /**
   * @param machine A name (`worker`) or an id (`mch_…`).
   * @throws UnknownLocalSubjectError naming the machines there are.
   */
  getMachine(machine: string): LocalMachine {
    const { api, worker, outsider } = this.machines;
    const all = [api, worker, outsider];
    const found = all.find(({ name, id }) => name === machine || id === machine);
    if (found) return found;
    throw new UnknownLocalSubjectError(
      machine,
      all.map(({ name }) => name),
    );
  }

  /**
   * The id of a user or an organization: of whom an API key can be.
   *
   * @param subject A user's name or id (`ada`, `user_…`), or an organization's slug or id.
   * @throws UnknownLocalSubjectError naming the users and organizations there are.
   */
  getSubjectId(subject: string): string {
    const users = this.listUsers().map(({ id, name }) => ({ id, name }));
    const { acme } = this.organizations;
    const all = [...users, { id: acme.id, name: acme.slug }];
    const found = all.find(({ name, id }) => name === subject || id === subject);
    if (found) return found.id;
    throw new UnknownLocalSubjectError(
      subject,
      all.map(({ name }) => name),
    );
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
