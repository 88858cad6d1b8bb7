import type { Observation } from '../compare/observed.js';

const REASON = 'session-token-expired-refresh-';

/** With another reason of a refresh that failed, wherever it stands: state, headers, address. */
export function renamedReason(answer: Observation, from: string, to: string): Observation {
  return JSON.parse(JSON.stringify(answer).replaceAll(`${REASON}${from}`, `${REASON}${to}`));
}
