import { createClerkClient } from 'clerk-nestjs';
import { JWT_KEY } from '../calls/machine-jwts.js';
import { vendorClient } from '../calls/vendor-client.js';
import type { Clients } from '../compare/compare-clients.js';
import type { RecordingApi } from '../compare/recording-api.js';

/** Both clients with the same options, asking the same API. The vendor’s makes each call once. */
export function clientsOf(recorder: RecordingApi): Clients {
  const connecting = {
    apiUrl: recorder.origin,
    secretKey: 'sk_test_compared',
    machineSecretKey: 'ak_compared',
    jwtKey: JWT_KEY,
  };
  return {
    recorder,
    theirs: vendorClient(connecting),
    ours: createClerkClient({ ...connecting, retry: false }),
  };
}
