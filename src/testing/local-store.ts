import { ClientStore } from './client-store.js';
import { Directory } from './directory.js';
import { UnknownLocalSubjectError, UnknownLocalUserError } from './errors.js';
import { HandshakeNonces } from './handshake-nonces.js';
import { newMachineSecretKey } from './instance-keys.js';
import type { LocalSession, LocalUser } from './local-user.js';
import { localUser } from './local-views.js';
import { MachineTokenStore } from './machine-token-store.js';
import type { LocalApiKey, LocalM2mToken, LocalOAuthAccessToken } from './machine-token.js';
import type { MachineRecord } from './records/machine-record.js';
import { seededMachines } from './seed-machines.js';
import type { SeededMachines } from './seed-machines.js';
import { seededOrganizations, seededUsers } from './seed.js';
import type { SeededOrganizations, SeededUsers } from './seed.js';
import { SessionStore } from './session-store.js';

// What an error message names of those there are.
const MAX_NAMES = 20;

/** What an embedded instance knows: who there is, who is signed in where, and which tokens there are. */
export class LocalStore {
  readonly users: SeededUsers = seededUsers;
  readonly organizations: SeededOrganizations = seededOrganizations;
  readonly machines: SeededMachines = seededMachines;
  /** What its Backend API reads and changes. */
  readonly directory: Directory;
  readonly sessions: SessionStore;
  readonly clients: ClientStore;
  readonly nonces = new HandshakeNonces();
  readonly apiKeys = new MachineTokenStore<LocalApiKey>('ak');
  readonly m2mTokens = new MachineTokenStore<LocalM2mToken>('mt');
  readonly oauthAccessTokens = new MachineTokenStore<LocalOAuthAccessToken>('oat');
  private readonly firstMachineKey = newMachineSecretKey();

  constructor() {
    this.directory = new Directory(this.firstMachineKey);
    this.sessions = new SessionStore(this.directory);
    this.clients = new ClientStore(this.sessions, this.directory);
  }

  /** `ak_…`: the secret key of the machine `api`, or its first one once it was deleted. */
  get machineSecretKey(): string {
    return this.directory.machines.get(this.machines.api.id)?.secretKey ?? this.firstMachineKey;
  }

  /**
   * The users in a stable order: the seeded ones first.
   *
   * @param limit Default all.
   */
  listUsers(limit?: number): readonly LocalUser[] {
    const users = this.directory.users.list().slice(0, limit);
    return users.map((user) => localUser(this.directory, user));
  }

  /** @param user A name (`ada`) or an id (`user_…`). */
  findUser(user: string): LocalUser | undefined {
    const { users } = this.directory;
    const found = users.get(user) ?? users.find(({ name }) => name === user);
    return found && localUser(this.directory, found);
  }

  /**
   * @param user A name (`ada`) or an id (`user_…`).
   * @throws UnknownLocalUserError naming the users there are.
   */
  getUser(user: string): LocalUser {
    const found = this.findUser(user);
    if (!found) throw new UnknownLocalUserError(user, this.userNames());
    return found;
  }

  /** The names of users, of the first ones if there are very many. */
  userNames(): string[] {
    return namesOf(this.directory.users.list());
  }

  /**
   * @param machine A name (`worker`) or an id (`mch_…`).
   * @throws UnknownLocalSubjectError naming the machines there are.
   */
  getMachine(machine: string): MachineRecord {
    const { machines } = this.directory;
    const found = machines.get(machine) ?? machines.find(({ name }) => name === machine);
    if (!found) throw new UnknownLocalSubjectError(machine, namesOf(machines.list()));
    return found;
  }

  /**
   * The id of a user or an organization: of whom an API key can be.
   *
   * @param subject A user's name or id (`ada`, `user_…`), or an organization's slug or id.
   * @throws UnknownLocalSubjectError naming the users and organizations there are.
   */
  getSubjectId(subject: string): string {
    const found = this.findUser(subject) ?? this.directory.findOrganization(subject);
    if (found) return found.id;
    const slugs = this.directory.organizations.list().map(({ slug }) => slug);
    throw new UnknownLocalSubjectError(subject, [
      ...this.userNames(),
      ...slugs.slice(0, MAX_NAMES),
    ]);
  }

  /** The session with this id, active or not, if its user has signed in. */
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

function namesOf(named: readonly { readonly name: string }[]): string[] {
  return named.slice(0, MAX_NAMES).map(({ name }) => name);
}
