import {
  verifyApiKey,
  verifyM2mToken,
  verifyOAuthAccessToken,
} from '../machine-token-operations.js';
import { route } from '../route.js';
import type { Route } from '../route.js';
import {
  createApiKey,
  deleteApiKey,
  getApiKey,
  getApiKeySecret,
  listApiKeys,
  revokeApiKey,
  updateApiKey,
} from './api-key-operations.js';
import { createM2mToken, listM2mTokens, revokeM2mToken } from './m2m-operations.js';
import {
  createMachineScope,
  deleteMachineScope,
  getMachineSecretKey,
  rotateMachineSecretKey,
} from './machine-keys.js';
import {
  createMachine,
  deleteMachine,
  getMachine,
  listMachines,
  updateMachine,
} from './machine-operations.js';

const MACHINE = '/v1/machines/{machine_id}';
const API_KEY = '/api_keys/{apiKeyID}';

/** What the embedded instance answers about machines, their tokens and the other machine tokens. */
export const machineRoutes: readonly Route[] = [
  route('GET', '/v1/machines', 'ListMachines', listMachines),
  route('POST', '/v1/machines', 'CreateMachine', createMachine),
  route('GET', MACHINE, 'GetMachine', getMachine),
  route('PATCH', MACHINE, 'UpdateMachine', updateMachine),
  route('DELETE', MACHINE, 'DeleteMachine', deleteMachine),
  route('GET', `${MACHINE}/secret_key`, 'GetMachineSecretKey', getMachineSecretKey),
  route('POST', `${MACHINE}/secret_key/rotate`, 'RotateMachineSecretKey', rotateMachineSecretKey),
  route('POST', `${MACHINE}/scopes`, 'CreateMachineScope', createMachineScope),
  route('DELETE', `${MACHINE}/scopes/{other_machine_id}`, 'DeleteMachineScope', deleteMachineScope),

  route('POST', '/api_keys', 'createApiKey', createApiKey),
  route('GET', '/api_keys', 'getApiKeys', listApiKeys),
  route('POST', '/api_keys/verify', 'verifyApiKey', verifyApiKey),
  route('GET', API_KEY, 'getApiKey', getApiKey),
  route('PATCH', API_KEY, 'updateApiKey', updateApiKey),
  route('DELETE', API_KEY, 'deleteApiKey', deleteApiKey),
  route('GET', `${API_KEY}/secret`, 'getApiKeySecret', getApiKeySecret),
  route('POST', `${API_KEY}/revoke`, 'revokeApiKey', revokeApiKey),

  route('POST', '/m2m_tokens', 'createM2MToken', createM2mToken),
  route('GET', '/m2m_tokens', 'getM2MTokens', listM2mTokens),
  route('POST', '/m2m_tokens/verify', 'verifyM2MToken', verifyM2mToken),
  route('POST', '/m2m_tokens/{m2m_token_id}/revoke', 'revokeM2MToken', revokeM2mToken),

  route(
    'POST',
    '/oauth_applications/access_tokens/verify',
    'verifyOAuthAccessToken',
    verifyOAuthAccessToken,
  ),
];
