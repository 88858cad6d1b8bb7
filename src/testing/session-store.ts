import { BoundedMap } from './bounded-map.js';
import { fixedId, randomBase62, randomId } from './ids.js';
import type { LocalMembership, LocalSession, LocalUser } from './local-user.js';

const MAX_SESSIONS = 1_000;
const REFRESH_TOKEN_LENGTH = 43;

/** The sessions of an embedded instance, ended ones included. */
export class SessionStore {
  private readonly sessions = new BoundedMap<LocalSession>(MAX_SESSIONS);

  /** The session with this id, active or ended. */
  find(id: string): LocalSession | undefined {
    return this.sessions.get(id);
  }

  /** The session with this id, unless it has ended. */
  findActive(id: string | undefined): LocalSession | undefined {
    const session = id === undefined ? undefined : this.find(id);
    return session?.status === 'active' ? session : undefined;
  }

  /** The user's session without a browser: the one there is, else a new one with the user's fixed id. */
  fixed(user: LocalUser, now: number): LocalSession {
    const id = user.sessionId;
    return (
      this.find(id) ?? this.add({ id, clientId: fixedId('client', user.firstName), user }, now)
    );
  }

  /** Begins a session in a browser. */
  begin(user: LocalUser, clientId: string, now: number): LocalSession {
    return this.add({ id: randomId('sess'), clientId, user }, now);
  }

  /** Changes the organization a session acts for; null is the personal account. */
  activate(session: LocalSession, membership: LocalMembership | null, now: number): LocalSession {
    return this.put({ ...session, membership, updatedAt: now });
  }

  /** Ends a session. It can still be looked up, as at Clerk. */
  end(session: LocalSession, now: number): LocalSession {
    return this.put({ ...session, status: 'ended', updatedAt: now });
  }

  private add(begun: Pick<LocalSession, 'id' | 'clientId' | 'user'>, now: number): LocalSession {
    return this.put({
      ...begun,
      status: 'active',
      membership: begun.user.membership,
      refreshToken: randomBase62(REFRESH_TOKEN_LENGTH),
      createdAt: now,
      updatedAt: now,
    });
  }

  private put(session: LocalSession): LocalSession {
    this.sessions.set(session.id, session);
    return session;
  }
}
