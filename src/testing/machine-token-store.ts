import { BoundedMap } from './bounded-map.js';
import { UnknownLocalTokenError } from './errors.js';
import { randomBase62 } from './ids.js';
import type { LocalMachineToken, MachineTokenPrefix } from './machine-token.js';
import type { CreatedToken } from './machine-token-requests.js';

const MAX_TOKENS = 1_000;
const TOKEN_LENGTH = 32;

/** The opaque tokens of one kind, revoked and expired ones included. */
export class MachineTokenStore<Token extends LocalMachineToken> {
  private readonly tokens = new BoundedMap<Token>(MAX_TOKENS);
  // Two maps of one size, used together: a record that was dropped leaves at most a dead entry here.
  private readonly ids = new BoundedMap<string>(MAX_TOKENS);

  constructor(private readonly prefix: MachineTokenPrefix) {}

  /** Keeps a token's record and makes the token. */
  add(record: Token): CreatedToken {
    const token = `${this.prefix}_${randomBase62(TOKEN_LENGTH)}`;
    this.tokens.set(record.id, record);
    this.ids.set(token, record.id);
    return { id: record.id, token };
  }

  /** The record of the token that a caller shows. */
  find(token: string): Token | undefined {
    const id = this.ids.get(token);
    return id === undefined ? undefined : this.tokens.get(id);
  }

  /**
   * Makes a token useless, for good.
   *
   * @throws UnknownLocalTokenError when nothing here has this id.
   */
  revoke(id: string): void {
    const record = this.tokens.get(id);
    if (!record) throw new UnknownLocalTokenError(id);
    this.tokens.set(id, { ...record, revoked: true });
  }
}
