import { describe, expect, it } from '@jest/globals';
import { LocalInstance } from 'clerk-nestjs/testing';
import { agreed, type SharedOptions } from './agreed.js';

const { publishableKey, secretKey, jwtKey } = new LocalInstance();
const keys = { publishableKey, secretKey, jwtKey };

const URL_OF_PAGE = 'http://localhost:3000/page';

describe('a state carries', () => {
  it.each<[name: string, options: SharedOptions, carried: unknown]>([
    ['publishableKey', {}, publishableKey],
    ['signInUrl', { signInUrl: 'https://app.example/enter' }, 'https://app.example/enter'],
    ['signInUrl', { signInUrl: '/enter' }, '/enter'],
    ['signUpUrl', { signUpUrl: '/join' }, '/join'],
    ['afterSignInUrl', { afterSignInUrl: '/home' }, '/home'],
    ['afterSignUpUrl', { afterSignUpUrl: '/welcome' }, '/welcome'],
    ['domain', { domain: 'satellite.example' }, 'satellite.example'],
    ['proxyUrl', { proxyUrl: 'https://app.example/__clerk' }, 'https://app.example/__clerk'],
    ['isSatellite', {}, false],
    [
      'isSatellite',
      { isSatellite: true, domain: 'satellite.example', signInUrl: 'https://app.example/enter' },
      true,
    ],
  ])('%s of %j', async (name, options, carried) => {
    const state = await agreed(new Request(URL_OF_PAGE), { ...keys, ...options });
    expect(state[name]).toBe(carried);
  });

  it('proxyUrl as a whole URL, where it is a path of the application', async () => {
    const state = await agreed(new Request(URL_OF_PAGE), { ...keys, proxyUrl: '/__clerk' });
    expect(state['proxyUrl']).toBe('http://localhost:3000/__clerk');
  });

  it('proxyUrl as a URL of the host that a proxy in front of the application names', async () => {
    const headers = { 'x-forwarded-host': 'app.example', 'x-forwarded-proto': 'https' };
    const request = new Request(URL_OF_PAGE, { headers });
    const state = await agreed(request, { ...keys, proxyUrl: '/__clerk' });
    expect(state['proxyUrl']).toBe('https://app.example/__clerk');
  });

  it('empty texts for what is not given', async () => {
    expect(await agreed(new Request(URL_OF_PAGE), keys)).toMatchObject({
      proxyUrl: '',
      domain: '',
      signInUrl: '',
      signUpUrl: '',
      afterSignInUrl: '',
      afterSignUpUrl: '',
    });
  });

  it('nothing where the token is of none of the kinds that are taken', async () => {
    const headers = { authorization: 'Bearer ak_1' };
    const options: SharedOptions = {
      ...keys,
      signInUrl: '/enter',
      acceptsToken: ['session_token', 'm2m_token'],
    };
    const state = await agreed(new Request(URL_OF_PAGE, { headers }), options);
    expect(state).toMatchObject({ tokenType: null, publishableKey: '', signInUrl: '' });
  });
});
