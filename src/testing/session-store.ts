import { BoundedMap } from './bounded-map.js';
import type { Directory } from './directory.js';
import { UnknownLocalUserError } from './errors.js';
import { randomBase62, randomId } from './ids.js';
import type { LocalSession, LocalUser } from './local-user.js';
import { localMembership, localUser } from './local-views.js';
import type { MembershipRecord } from './records/organization-record.js';
import type { SessionRecord } from './records/session-record.js';

const MAX_SESSIONS = 1_000;
const REFRESH_TOKEN_LENGTH = 43;

type Begun = Pick<SessionRecord, 'id' | 'clientId' | 'userId'>;
type Membership = Pick<MembershipRecord, 'userId' | 'organizationId'>;

/**
 * The sessions of an embedded instance, those that are over included. Each is shown with its user
 * and organization as of now: a session token tells what has changed since the last one.
 */
export class SessionStore {
  private readonly sessions = new BoundedMap<SessionRecord>(MAX_SESSIONS);

  constructor(private readonly directory: Directory) {}

  /** The session with this id, active or not. */
  find(id: string): LocalSession | undefined {
    const record = this.sessions.get(id);
    return record && this.show(record);
  }

  /** The session with this id, unless it is over. */
  findActive(id: string | undefined): LocalSession | undefined {
    const session = id === undefined ? undefined : this.find(id);
    return session?.status === 'active' ? session : undefined;
  }

  /** All sessions, the newest first. */
  list(): LocalSession[] {
    const records = this.sessions.values().toReversed();
    return records
      .toSorted((a, b) => b.createdAt - a.createdAt)
      .map((record) => this.show(record))
      .filter((session) => session !== undefined);
  }

  /** The user's session without a browser: the one there is, else a new one with the user's fixed id. */
  fixed({ id: userId, sessionId }: LocalUser, now: number): LocalSession {
    const clientId = sessionId.replace('sess_', 'client_');
    return this.find(sessionId) ?? this.add({ id: sessionId, clientId, userId }, now);
  }

  /**
   * Begins a session in a browser.
   *
   * @throws UnknownLocalUserError for a user that is not there, or no longer.
   */
  begin({ id: userId }: Pick<LocalUser, 'id'>, clientId: string, now: number): LocalSession {
    const user = this.directory.users.get(userId);
    if (user) this.directory.users.put({ ...user, lastSignInAt: now, lastActiveAt: now });
    return this.add({ id: randomId('sess'), clientId, userId }, now);
  }

  /** Changes the organization a session acts for; null is the personal account. */
  activate({ id }: Pick<LocalSession, 'id'>, organizationId: string | null, now: number): void {
    this.change(id, { organizationId, updatedAt: now });
  }

  /**
   * Brings the sessions that act for an organization back to the personal account, as its member was
   * deleted: none acts for it again by itself if the user becomes a member once more.
   */
  leave({ userId, organizationId }: Membership, now: number): void {
    const all = this.sessions.values().filter((session) => session.userId === userId);
    for (const session of all) {
      if (session.organizationId === organizationId) this.activate(session, null, now);
    }
  }

  /** Ends a session. It can still be looked up, as at Clerk. */
  end({ id }: Pick<LocalSession, 'id'>, now: number): void {
    this.change(id, { status: 'ended', updatedAt: now });
  }

  /** Ends a session on the application's behalf. */
  revoke({ id }: Pick<LocalSession, 'id'>, now: number): void {
    this.change(id, { status: 'revoked', updatedAt: now });
  }

  /** Ends all sessions of a user's on the application's behalf. */
  revokeAll(userId: string, now: number): void {
    const all = this.sessions.values().filter((session) => session.userId === userId);
    for (const session of all) if (session.status === 'active') this.revoke(session, now);
  }

  /** Forgets the session of a user's minted tokens, so that the next token begins it anew. */
  forgetFixed({ sessionId }: Pick<LocalUser, 'sessionId'>): void {
    this.sessions.take(sessionId);
  }

  private add(begun: Begun, now: number): LocalSession {
    const record: SessionRecord = {
      ...begun,
      status: this.directory.users.get(begun.userId)?.isBanned ? 'revoked' : 'active',
      organizationId: this.directory.membershipsOf(begun.userId).at(-1)?.organizationId ?? null,
      refreshToken: randomBase62(REFRESH_TOKEN_LENGTH),
      createdAt: now,
      updatedAt: now,
    };
    this.sessions.set(record.id, record);
    const session = this.show(record);
    if (!session) throw new UnknownLocalUserError(begun.userId, namesOf(this.directory));
    this.directory.changes.report({ kind: 'session', before: undefined, after: session });
    return session;
  }

  private change(id: string, changes: Partial<SessionRecord>): void {
    const record = this.sessions.get(id);
    if (!record) return;
    const before = this.show(record);
    const changed = { ...record, ...changes };
    this.sessions.set(id, changed);
    this.directory.changes.report({ kind: 'session', before, after: this.show(changed) });
  }

  // Undefined once the user is gone: the sessions went with it.
  private show(record: SessionRecord): LocalSession | undefined {
    const { id, clientId, status, refreshToken, createdAt, updatedAt, organizationId } = record;
    const { directory } = this;
    const user = directory.users.get(record.userId);
    if (!user) return undefined;
    const membership =
      organizationId === null ? undefined : directory.findMembership(organizationId, user.id);
    return {
      id,
      clientId,
      status,
      refreshToken,
      createdAt,
      updatedAt,
      user: localUser(directory, user),
      membership: localMembership(directory, membership),
    };
  }
}

function namesOf({ users }: Directory): string[] {
  return users
    .list()
    .slice(0, 20)
    .map(({ name }) => name);
}
