// Runs `npm start` as a newcomer would and walks through the sample with plain requests: what the
// README promises of the first five minutes.
import { spawn } from 'node:child_process';
import assert from 'node:assert/strict';

const child = spawn('npm', ['start'], {
  env: { ...process.env, PORT: '0', LOCAL_CLERK_PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
  detached: true,
});

/** The addresses that the sample prints: its own and the embedded Clerk's. */
async function addresses() {
  let text = '';
  for await (const chunk of child.stdout) {
    text += chunk;
    const app = /curl .* (localhost:\d+)\/api\/me/.exec(text)?.[1];
    const clerk = /(localhost:\d+)\/local\/tokens\//.exec(text)?.[1];
    if (app && clerk) return { app: `http://${app}`, clerk: `http://${clerk}` };
  }
  throw new Error(`npm start ended without printing its addresses:\n${text}`);
}

const timer = setTimeout(() => {
  console.error('npm start did not come up within 120 seconds.');
  process.kill(-child.pid, 'SIGKILL');
  process.exit(1);
}, 120_000);

try {
  const { app, clerk } = await addresses();
  const tokenOf = async (user) => (await fetch(`${clerk}/local/tokens/${user}`)).text();
  const call = async (path, token, init = {}) => {
    const headers = { ...init.headers, ...(token && { authorization: `Bearer ${token}` }) };
    return fetch(`${app}${path}`, { ...init, headers });
  };
  const post = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"title":"Notes"}',
  };
  const ada = await tokenOf('ada');
  const grace = await tokenOf('grace');
  const altered = ada.slice(0, -1) + (ada.endsWith('A') ? 'B' : 'A');

  const anonymous = await call('/api/me');
  assert.equal(anonymous.status, 401);
  assert.match(anonymous.headers.get('www-authenticate'), /^Bearer/);
  assert.match(anonymous.headers.get('content-type'), /^application\/json/);
  const me = await call('/api/me', ada);
  assert.equal(me.status, 200);
  assert.match((await me.json()).userId, /^user_/);
  assert.equal((await call('/api/me', altered)).status, 401);
  assert.equal((await call('/api/users/me', ada)).status, 200);
  assert.equal((await call('/api/articles', grace)).status, 200);
  assert.equal((await call('/api/articles', ada, post)).status, 201);
  assert.equal((await call('/api/articles', grace, post)).status, 403);
  assert.equal((await call('/')).status, 200);
  console.log('The sample answers 200, 201, 401 and 403 for the right reasons.');
} finally {
  clearTimeout(timer);
  process.kill(-child.pid, 'SIGTERM');
}
