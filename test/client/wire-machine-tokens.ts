const state = {
  revoked: false,
  revocation_reason: null,
  expired: false,
  expiration: null,
  created_at: 1_716_883_200_000,
  updated_at: 1_716_883_200_001,
};

/** Keys that would be renamed if they were names of the API. */
const claims = { favorite_color: 'red', innerPart: { deep_name: [{ snake_case: 1 }] } };

/** An answer of `POST /api_keys/verify`, with something of everything. */
export const wireApiKey = {
  object: 'api_key',
  id: 'ak_3beecc9c60adb5f9b850e91a8ee1e992',
  type: 'api_key',
  subject: 'user_1',
  name: 'Reports',
  description: 'Nightly reports',
  claims,
  scopes: ['read', 'write'],
  created_by: 'user_2',
  last_used_at: 1_716_883_200_002,
  ...state,
};

/** An answer of `POST /m2m_tokens/verify`, with something of everything. */
export const wireM2MToken = {
  object: 'machine_to_machine_token',
  id: 'mt_f7f0ba8c3b4843ce7d85fcdd5e71853e',
  subject: 'mch_1',
  claims,
  scopes: ['mch_2', 'mch_3'],
  last_used_at: 1_716_883_200_002,
  ...state,
};

/** An answer of `POST /oauth_applications/access_tokens/verify`, with something of everything. */
export const wireAccessToken = {
  object: 'clerk_idp_oauth_access_token',
  id: 'oat_0ef5a7a33d87ed87ee7954c845d80450',
  client_id: 'client_1',
  type: 'oauth:access_token',
  subject: 'user_1',
  scopes: ['profile'],
  aud: ['https://api.example', 'https://other.example'],
  ...state,
};
