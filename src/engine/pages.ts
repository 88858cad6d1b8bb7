/** The pages of the application. */
export interface PageOptions {
  /** Your sign-in page, a URL or a path. A satellite's is the URL of the primary's. Default: the account portal. */
  signInUrl?: string;
  /**
   * Your sign-up page, a URL or a path. Default: `/create` below the sign-in page that is given, else
   * the account portal.
   */
  signUpUrl?: string;
  /** Where to go after signing in. Carried along in the request's state. */
  afterSignInUrl?: string;
  /** Where to go after signing up. Carried along in the request's state. */
  afterSignUpUrl?: string;
}
