import { BoundedMap } from './bounded-map.js';
import type { Directory } from './directory.js';
import { randomBase62, randomId } from './ids.js';
import type { LocalClient } from './local-client.js';
import type { LocalSession, LocalUser } from './local-user.js';
import type { SessionStore } from './session-store.js';

const MAX_CLIENTS = 1_000;
const DEV_BROWSER_LENGTH = 27;

/** The browsers of an embedded instance, by their dev browser token, and who is signed in in each. */
export class ClientStore {
  private readonly clients = new BoundedMap<LocalClient>(MAX_CLIENTS);

  constructor(
    private readonly sessions: SessionStore,
    private readonly directory: Directory,
  ) {}

  /** The browser that shows this token, if it is one of this instance's. */
  find(devBrowser: string | undefined): LocalClient | undefined {
    return devBrowser === undefined ? undefined : this.clients.get(devBrowser);
  }

  /** A new browser with nobody signed in. */
  create(now: number): LocalClient {
    return this.put({
      id: randomId('client'),
      devBrowser: `dvb_${randomBase62(DEV_BROWSER_LENGTH)}`,
      sessionId: undefined,
      updatedAt: now,
    });
  }

  /** The session a browser is signed in with. */
  sessionOf(client: LocalClient | undefined): LocalSession | undefined {
    return this.sessions.findActive(client?.sessionId);
  }

  /** Signs a user in, with a session of this browser's own, in the place of the one it has. */
  signIn(client: LocalClient, user: LocalUser, now: number): LocalSession {
    this.signOut(client, now);
    const session = this.sessions.begin(user, client.id, now);
    this.put({ ...client, sessionId: session.id, updatedAt: now });
    return session;
  }

  /** Ends the browser's session, if it has one. */
  signOut(client: LocalClient, now: number): void {
    const session = this.sessionOf(client);
    if (!session) return;
    this.sessions.end(session, now);
    this.put({ ...client, sessionId: undefined, updatedAt: now });
  }

  /**
   * Changes the organization the browser's session acts for. Nothing changes when there is no
   * session or its user is no member.
   *
   * @param organization An id or a slug; empty for the personal account.
   */
  activate(client: LocalClient, organization: string, now: number): void {
    const session = this.sessionOf(client);
    if (!session) return;
    if (organization === '') {
      this.sessions.activate(session, null, now);
      return;
    }
    const id = this.directory.findOrganization(organization)?.id;
    if (id !== undefined && this.directory.findMembership(id, session.user.id)) {
      this.sessions.activate(session, id, now);
    }
  }

  private put(client: LocalClient): LocalClient {
    this.clients.set(client.devBrowser, client);
    return client;
  }
}
