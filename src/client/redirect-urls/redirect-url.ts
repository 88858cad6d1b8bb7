import { given, shape } from '../shape.js';

/** A URL that native apps may be sent back to. All times are Unix times in milliseconds. Source: schema RedirectURL. */
export interface RedirectUrl {
  /** `ru_…` */
  readonly id: string;
  /** The whole URL: `https://…` or with a scheme of the app's own. */
  readonly url: string;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** Reads a resource whose `object` is `redirect_url`. */
export const readRedirectUrl = shape<RedirectUrl>({
  id: given,
  url: given,
  createdAt: given,
  updatedAt: given,
});
