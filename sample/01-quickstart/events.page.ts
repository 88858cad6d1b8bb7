import type { LoggedEvent } from './event-log.service.ts';
import { type Html, html } from './html.ts';
import { page } from './page.ts';

/** An event as the page shows it. */
export interface ShownEvent {
  readonly event: LoggedEvent;
  /** How often the handler has run that fails on purpose; 0 where it is not for this event. */
  readonly runs: number;
}

/** What the page is about. */
export interface EventsPage {
  /** Newest first. */
  readonly events: readonly ShownEvent[];
  /** Whether the page loads itself again. */
  readonly isFollowed: boolean;
  /** Whether there is an instance in which a user may be created to see what happens. */
  readonly mayCreate: boolean;
}

/** The page that lists what Clerk has delivered. */
export function eventsPage({ events, isFollowed, mayCreate }: EventsPage): string {
  return page({
    heading: 'Events',
    introduction:
      'What happens at Clerk is delivered to POST /webhooks/clerk, signed, and again until it is ' +
      'taken in. Each event is listed once.',
    content: html`
      ${mayCreate ? creation : undefined}
      <section aria-labelledby="events">
        <h2 id="events">What has arrived</h2>
        <p>${following(isFollowed)}</p>
        ${
          events.length === 0
            ? html`<p class="muted">Nothing so far. Sign in as somebody, or create a user.</p>`
            : table(events)
        }
      </section>
      <p><a href="/dashboard">Back to your dashboard</a></p>
    `,
  });
}

const creation = html`<section aria-labelledby="creation">
  <h2 id="creation">Make something happen</h2>
  <p class="muted">
    The handler that is told of new users fails the first time, on purpose: a moment later the event
    is delivered again.
  </p>
  <form method="post" action="/events/users"><button>Create a user</button></form>
</section>`;

// By a choice of the reader's: a page that moves by itself can't be read by everybody.
function following(isFollowed: boolean): Html {
  return isFollowed
    ? html`This page is loaded again every few seconds. <a href="/events">Stop that</a>`
    : html`<a href="/events">Load again</a> · <a href="/events?follow">Follow as they arrive</a>`;
}

function table(events: readonly ShownEvent[]): Html {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Event</th>
        <th scope="col">About</th>
        <th scope="col">Time (UTC)</th>
      </tr>
    </thead>
    <tbody>
      ${events.map(row)}
    </tbody>
  </table>`;
}

function row({ event: { type, subject, deliveryId, at }, runs }: ShownEvent): Html {
  const time = at.toISOString();
  return html`<tr>
    <th scope="row">
      <code>${type}</code>
      <div class="muted"><code>${deliveryId}</code></div>
      ${runs === 0 ? undefined : failure(runs)}
    </th>
    <td><code>${subject}</code></td>
    <td><time datetime="${time}">${time.slice(11, 19)}</time></td>
  </tr>`;
}

function failure(runs: number): Html {
  return html`<div class="muted">
    Delivered ${String(runs)}×: a handler failed the first time, on purpose
  </div>`;
}
