/** A browser, as the embedded instance knows it. */
export interface LocalClient {
  /** `client_…` */
  readonly id: string;
  /** `dvb_…`: what the browser shows to be known again. */
  readonly devBrowser: string;
  /** `sess_…`: the session it was given last; undefined when it is signed out. */
  readonly sessionId: string | undefined;
  /** When it last signed in or out: Unix time in milliseconds. */
  readonly updatedAt: number;
}
