import type { Backend } from './backend.js';

/** What operations need: the ids for their slots and bodies, by name. */
export type Fixtures = Readonly<Record<string, string>>;

let number = 0;

/** Makes one of everything there is, for one operation. */
export async function makeFixtures({ clerk, now, idOf }: Backend): Promise<Fixtures> {
  const { instance } = clerk;
  number += 1;
  const user_id = await idOf('POST', '/v1/users', {
    email_address: [`doc-${number}@example.com`],
    phone_number: [`+1555555${String(number).padStart(4, '0')}`],
    web3_wallet: [`0x${number}`],
    password: 'correct horse',
  });
  const organization = { name: `Org ${number}`, created_by: user_id };
  const organization_id = await idOf('POST', '/v1/organizations', organization);
  const invited = { email_address: `in-${number}@example.com` };
  const key = instance.createApiKey({ subject: user_id });
  const m2m = instance.createM2mToken({ subject: 'api' });
  return {
    user_id,
    organization_id,
    other_user_id: clerk.users.alan.id,
    organization_invitation_id: await idOf(
      'POST',
      `/v1/organizations/${organization_id}/invitations`,
      { ...invited, role: 'org:member', inviter_user_id: user_id },
    ),
    invitation_id: await idOf('POST', '/v1/invitations', invited),
    session_id: await idOf('POST', '/v1/sessions', { user_id }),
    sign_in_token_id: await idOf('POST', '/v1/sign_in_tokens', { user_id }),
    ...(await makeRole(idOf)),
    ...(await makeMachine(idOf, clerk.machines)),
    apiKeyID: key.id,
    api_key_secret: key.token,
    m2m_token_id: m2m.id,
    m2m_token: m2m.token,
    oauth_token: instance.createOAuthAccessToken({ subject: 'ada' }).token,
    nonce: instance.store.nonces.issue([], now),
  };
}

async function makeRole(idOf: Backend['idOf']): Promise<Fixtures> {
  const create = (name: string) =>
    idOf('POST', '/v1/organization_permissions', { name, key: `org:p${number}:${name}` });
  const permission_id = await create('x');
  const role = { name: 'X', key: `org:x${number}`, permissions: [permission_id] };
  return {
    permission_id,
    other_permission_id: await create('y'),
    organization_role_id: await idOf('POST', '/v1/organization_roles', role),
  };
}

async function makeMachine(
  idOf: Backend['idOf'],
  { api, worker }: Backend['clerk']['machines'],
): Promise<Fixtures> {
  const machine = { name: `m-${number}`, scoped_machines: [api.id] };
  return {
    machine_id: await idOf('POST', '/v1/machines', machine),
    other_machine_id: api.id,
    third_machine_id: worker.id,
  };
}
