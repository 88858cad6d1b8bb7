import { expect, it } from '@jest/globals';
import { createBackendApiClient } from '../../src/client/index.js';
import { backendApiForTests, json } from './backend-api-server.js';

const api = await backendApiForTests();

const client = () => createBackendApiClient({ secretKey: 'sk_test_oauth', apiUrl: api.url });

it('a logo is uploaded as a form, with who uploads it', async () => {
  api.answer = (res) => json(res, 200, { object: 'oauth_application', id: 'oa_1', public: true });
  const file = new File(['pixels'], 'logo.png', { type: 'image/png' });
  const { oauthApplications } = client();
  const application = await oauthApplications.uploadLogo('oa_1', {
    file,
    uploaderUserId: 'user_1',
  });
  expect(application).toMatchObject({ id: 'oa_1', isPublic: true });
  const [{ method, url, headers, body } = raise()] = api.requests;
  expect(`${method} ${url}`).toBe('PUT /v1/oauth_applications/oa_1/logo');
  const form = await new Response(body, {
    headers: { 'Content-Type': headers['content-type'] ?? '' },
  }).formData();
  expect(form.get('uploader_user_id')).toBe('user_1');
  const sent = form.get('file');
  expect(sent).toMatchObject({ name: 'logo.png', type: 'image/png' });
  expect(sent instanceof Blob ? await sent.text() : sent).toBe('pixels');
});

it('a link to the admin portal is asked for with a body in any case', async () => {
  api.answer = (res) => json(res, 201, { object: 'admin_portal_link_token', id: 'aplt_1' });
  const { adminPortalLinkTokens } = client();
  await adminPortalLinkTokens.create();
  await adminPortalLinkTokens.create({ secondsUntilExpiration: 60, organizationId: 'org_1' });
  await adminPortalLinkTokens.revoke({ adminPortalLinkTokenId: 'aplt_1' });
  expect(api.requests.map(({ url, body }) => `${url} ${body}`)).toEqual([
    '/v1/admin_portal_link_tokens {"seconds_until_expiration":3600}',
    '/v1/admin_portal_link_tokens {"organization_id":"org_1","seconds_until_expiration":60}',
    '/v1/admin_portal_link_tokens/aplt_1/revoke {"revocation_reason":null}',
  ]);
});

function raise(): never {
  throw new Error('Nothing was asked.');
}
