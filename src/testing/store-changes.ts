import type { LocalSession } from './local-user.js';
import type { OrganizationInvitationRecord } from './records/invitation-record.js';
import type { MembershipRecord, OrganizationRecord } from './records/organization-record.js';
import type { PermissionRecord, RoleRecord } from './records/role-record.js';
import type { UserRecord } from './records/user-record.js';

/** One record as it was and as it is: without `before` it is new, without `after` it is gone. */
interface Changed<Kind extends string, Row> {
  readonly kind: Kind;
  readonly before: Row | undefined;
  readonly after: Row | undefined;
}

/** What has changed in an embedded instance. */
export type StoreChange =
  | Changed<'user', UserRecord>
  | Changed<'organization', OrganizationRecord>
  | Changed<'membership', MembershipRecord>
  | Changed<'organization-invitation', OrganizationInvitationRecord>
  | Changed<'role', RoleRecord>
  | Changed<'permission', PermissionRecord>
  | Changed<'session', LocalSession>;

/** The request that has led to a change. */
export interface ChangeCause {
  readonly clientIp: string;
  readonly userAgent: string;
}

/** Is told of a change at once, while what it refers to is still there. */
export type ChangeListener = (change: StoreChange, cause: ChangeCause | undefined) => void;

/** Tells who listens what changes in an embedded instance, whoever changes it. */
export class StoreChanges {
  readonly #listeners = new Set<ChangeListener>();
  #cause: ChangeCause | undefined;

  /** @returns Ends it. */
  listen(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  report(change: StoreChange): void {
    for (const listener of this.#listeners) listener(change, this.#cause);
  }

  /** Does what a request asks for, so that the changes meanwhile are put down to it. */
  during<Result>(cause: ChangeCause, work: () => Result): Result {
    this.#cause = cause;
    try {
      return work();
    } finally {
      this.#cause = undefined;
    }
  }
}
