/** The little that the engine reads from a request, whatever server or framework it came through. */
export interface RequestSource {
  /** The method as the client sent it, in capitals. */
  readonly method: string;
  /** The request target as the client sent it: path and query, or an absolute URL. */
  readonly target: string;
  /** The origin of this server, where it knows for itself; else only headers tell. */
  readonly origin?: string;
  /** Whether the connection itself is TLS. */
  readonly encrypted: boolean;
  /** A header's value by its lower-case name. */
  header(name: string): string | undefined;
  /** All headers, every lower-case name with its values. */
  headers(): Readonly<Record<string, readonly string[]>>;
}
