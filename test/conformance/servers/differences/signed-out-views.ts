import { getAuthObjectForAcceptedToken, signedOutAuthObject } from '@clerk/backend/internal';
import type { Scenario } from '../../generate/scenario.js';
import { type GetAuth, seenBy } from '../serve/seen.js';

/** What the vendor's handlers see of a request that nobody is signed in on; JSON. */
async function signedOutViews(): Promise<Readonly<Record<string, unknown>>> {
  const request = { auth: () => signedOutAuthObject() };
  const getAuth: GetAuth = (_, options) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its type names the kinds one by one
    const acceptsToken = options?.acceptsToken as 'any' | undefined;
    return getAuthObjectForAcceptedToken({ authObject: signedOutAuthObject(), acceptsToken });
  };
  return JSON.parse(JSON.stringify(await seenBy(getAuth, request)));
}

const VIEWS = await signedOutViews();

/** What the handler of a request tells when nobody is signed in; to HEAD nothing. */
export function signedOutViewsOf({ request }: Scenario): Readonly<Record<string, unknown>> {
  return request.method === 'HEAD' ? {} : VIEWS;
}
