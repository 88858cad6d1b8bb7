import { errorItems } from '../clerk-api-error-item.js';
import type { ClerkApiErrorItem } from '../clerk-api-error-item.js';
import { given, isWireObject, shape } from '../shape.js';
import type { WireObject } from '../shape.js';
import { readEmail } from './email.js';
import type { Email } from './email.js';

/** What became of one email of a batch. */
export type BatchEmailResult = SentEmail | RefusedEmail;

interface SentEmail {
  /** The email's place in the batch, from 0. */
  readonly index: number;
  /** What the API has taken on. */
  readonly email: Email;
  /** Never with an email that was taken on. */
  readonly errors?: never;
  /** The status that an answer to this email alone would have had. */
  readonly statusCode: number;
  /** Never with an email that was taken on. */
  readonly retryAfterSeconds?: never;
}

interface RefusedEmail {
  /** The email's place in the batch, from 0. */
  readonly index: number;
  /** Never with one that was refused. */
  readonly email?: never;
  /** Why it was refused. */
  readonly errors: ClerkApiErrorItem[];
  /** The status that an answer to this email alone would have had. */
  readonly statusCode: number;
  /** After how many seconds to try again. */
  readonly retryAfterSeconds?: number;
}

const readPlace = shape<Pick<SentEmail, 'index' | 'statusCode'>>({
  index: given,
  statusCode: given,
});

const readRefusal = shape<Pick<RefusedEmail, 'retryAfterSeconds'>>({ retryAfterSeconds: given });

/** Reads one item of the answer to a batch. */
export function readBatchEmailResult(wire: WireObject): BatchEmailResult {
  const place = readPlace(wire);
  const email = wire['email'];
  if (isWireObject(email)) return { ...place, email: readEmail(email) };
  return { ...place, errors: [...errorItems(wire)], ...readRefusal(wire) };
}
