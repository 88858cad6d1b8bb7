import { BoundedMap } from './bounded-map.js';
import { UnknownLocalTokenError } from './errors.js';
import { randomBase62 } from './ids.js';
import type { LocalMachineToken, MachineTokenPrefix } from './machine-token.js';
import type { CreatedToken } from './machine-token-requests.js';

const MAX_TOKENS = 1_000;
const TOKEN_LENGTH = 32;

/** The opaque tokens of one kind, revoked and expired ones included. */
export class MachineTokenStore<Token extends LocalMachineToken> {
  private readonly kept = new BoundedMap<{ readonly record: Token; readonly token: string }>(
    MAX_TOKENS,
  );
  // Two maps of one size, used together: a record that was dropped leaves at most a dead entry here.
  private readonly ids = new BoundedMap<string>(MAX_TOKENS);

  constructor(private readonly prefix: MachineTokenPrefix) {}

  /** Keeps a token's record and makes the token. */
  add(record: Token): CreatedToken {
    const token = `${this.prefix}_${randomBase62(TOKEN_LENGTH)}`;
    this.kept.set(record.id, { record, token });
    this.ids.set(token, record.id);
    return { id: record.id, token };
  }

  /** The record of the token that a caller shows. */
  find(token: string): Token | undefined {
    const id = this.ids.get(token);
    return id === undefined ? undefined : this.get(id);
  }

  /** The record with this id. */
  get(id: string): Token | undefined {
    return this.kept.get(id)?.record;
  }

  /** The token whose record has this id. */
  tokenOf(id: string): string | undefined {
    return this.kept.get(id)?.token;
  }

  /** All records, the newest first. */
  list(): Token[] {
    const records = this.kept.values().map(({ record }) => record);
    return records.toReversed().toSorted((a, b) => b.createdAt - a.createdAt);
  }

  /** Keeps a changed record in the place of the one with its id. */
  replace(record: Token): Token {
    const token = this.tokenOf(record.id);
    if (token !== undefined) this.kept.set(record.id, { record, token });
    return record;
  }

  /** Forgets a token. */
  delete(id: string): void {
    this.kept.take(id);
  }

  /**
   * Makes a token useless, for good.
   *
   * @throws UnknownLocalTokenError when nothing here has this id.
   */
  revoke(id: string): void {
    const record = this.get(id);
    if (!record) throw new UnknownLocalTokenError(id);
    this.replace({ ...record, revoked: true });
  }

  /** Forgets all tokens of a user, an organization or a machine that is no more. */
  deleteAllOf(subject: string): void {
    for (const record of this.list()) if (record.subject === subject) this.delete(record.id);
  }
}
