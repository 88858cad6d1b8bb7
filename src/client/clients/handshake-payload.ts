/** What a handshake decided. The answer has no `object`; it comes as it is. */
export interface HandshakePayload {
  /** `Set-Cookie` values for the application to set. */
  readonly directives: readonly string[];
}
