/** A server that listens on loopback. */
export interface RunningServer {
  readonly port: number;
  close(): Promise<void>;
}
