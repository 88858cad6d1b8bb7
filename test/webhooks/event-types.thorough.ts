import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { WEBHOOK_EVENT_TYPES } from 'clerk-nestjs/webhooks';

/** Each event of Clerk's webhook document of 2025-04-15, with the schema of what it is about. */
const documented: unknown = JSON.parse(
  readFileSync(new URL('data/webhook-events.json', import.meta.url), 'utf8'),
);

/** The document does not have it, and the vendor's types do. */
const OF_THE_VENDOR = 'subscriptionItem.created';

it('The events are those of the document and one more, all and no other', () => {
  const expected = [...Object.keys(Object(documented)), OF_THE_VENDOR];
  expect(WEBHOOK_EVENT_TYPES.toSorted()).toEqual(expected.toSorted());
});
