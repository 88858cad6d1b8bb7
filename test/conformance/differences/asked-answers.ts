import type { ApiAnswer, Scenario } from '../generate/scenario.js';

/** The answers with cookies that the request can make an application ask for, by their member. */
export function askedAnswers(scenario: Scenario): (readonly [member: string, answer: ApiAnswer])[] {
  const { request, api } = scenario;
  const text = `${request.target} ${request.headers['cookie'] ?? ''}`;
  return [
    ...(text.includes('__clerk_handshake_nonce=')
      ? [['directives', api.handshakePayload] as const]
      : []),
    ...(text.includes('__refresh_') ? [['cookies', api.refresh] as const] : []),
  ];
}
