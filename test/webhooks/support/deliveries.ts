import { Webhook } from 'svix';

/** A secret as the Dashboard shows it. */
export const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

/** Another one. */
export const OTHER_SECRET = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';

/** What Clerk sends. */
export interface Delivery {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What of a delivery is not as usual. */
export interface DeliveryChanges {
  readonly id?: string;
  readonly secret?: string;
  /** How long ago it was signed. */
  readonly ageInSeconds?: number;
  readonly body?: string;
}

let last = 0;

/** The JSON of an event. */
export function eventOf(type: string, data: object = { id: 'user_1', object: 'user' }): string {
  return JSON.stringify({
    type,
    object: 'event',
    data,
    event_attributes: { http_request: { client_ip: '192.0.2.1', user_agent: 'a browser' } },
    timestamp: 1_716_883_200_000,
    instance_id: 'ins_1',
  });
}

/** A delivery that the `svix` package has signed, each with an id of its own. */
export function signed(
  type: string,
  {
    id = `msg_${(last += 1)}`,
    secret = SECRET,
    ageInSeconds = 0,
    body = eventOf(type),
  }: DeliveryChanges = {},
): Delivery {
  const seconds = Math.floor(Date.now() / 1000) - ageInSeconds;
  const signature = new Webhook(secret).sign(id, new Date(seconds * 1000), body);
  const headers = {
    'content-type': 'application/json',
    'svix-id': id,
    'svix-timestamp': String(seconds),
    'svix-signature': signature,
  };
  return { headers, body };
}

/** A delivery with one header changed. */
export function withHeader(
  { headers, body }: Delivery,
  name: string,
  change: (value: string) => string,
): Delivery {
  return { headers: { ...headers, [name]: change(headers[name] ?? '') }, body };
}

/** A delivery without one of its headers. */
export function without({ headers, body }: Delivery, name: string): Delivery {
  const others = Object.entries(headers).filter(([key]) => key !== name);
  return { headers: Object.fromEntries(others), body };
}

/** A delivery as a request of the Fetch API. */
export function asRequest({ headers, body }: Delivery): Request {
  return new Request('https://app.example/webhooks/clerk', { method: 'POST', headers, body });
}

/** Sends a delivery as Clerk would; what came back. */
export async function deliver(
  origin: string,
  { headers, body }: Delivery,
  path = '/webhooks/clerk',
): Promise<{ readonly status: number; readonly text: string; readonly headers: Headers }> {
  const response = await fetch(`${origin}${path}`, { method: 'POST', headers, body });
  return { status: response.status, text: await response.text(), headers: response.headers };
}
