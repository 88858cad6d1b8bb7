import type { LocalInstance } from '../local-instance.js';
import { randomBase62 } from '../ids.js';
import type { ChangeCause, StoreChange } from '../store-changes.js';
import { eventContent } from './event-content.js';

const ID_LENGTH = 27;

/** An event on its way: the same id and body at each attempt, to each endpoint. */
export interface WebhookMessage {
  /** `msg_…` */
  readonly id: string;
  readonly type: string;
  /** JSON, written when it happened: what changes afterwards is another event. */
  readonly body: string;
}

/** The message about a change; undefined for a change of which Clerk sends none. */
export function webhookMessage(
  change: StoreChange,
  { store, kid, now }: Pick<LocalInstance, 'store' | 'kid' | 'now'>,
  cause?: ChangeCause,
): WebhookMessage | undefined {
  const content = eventContent(change, store.directory, now());
  if (!content) return undefined;
  const event = {
    data: content.data,
    ...(cause && { event_attributes: { http_request: requestJson(cause) } }),
    instance_id: kid,
    object: 'event',
    timestamp: now(),
    type: content.type,
  };
  return {
    id: `msg_${randomBase62(ID_LENGTH)}`,
    type: content.type,
    body: JSON.stringify(event),
  };
}

function requestJson({ clientIp, userAgent }: ChangeCause): Record<string, string> {
  return { client_ip: clientIp, user_agent: userAgent };
}
