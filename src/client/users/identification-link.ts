import { given, shape } from '../shape.js';

/** An identification that an identifier is linked to. Source: schema IdentificationLink. */
export interface IdentificationLink {
  /** The id of the identification that it is linked to. */
  readonly id: string;
  /** What it is: `oauth_google`, `saml`, … */
  readonly type: string;
}

/** Reads one item of `linked_to`. */
export const readIdentificationLink = shape<IdentificationLink>({ id: given, type: given });
