import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Logger, Req, UseGuards } from '@nestjs/common';
import {
  AcceptsToken,
  type AcceptedTokens,
  Auth,
  ClerkAuthGuard,
  ClerkConfigurationError,
  getAuth,
  Public,
} from 'clerk-nestjs';
import { recordedClerkForTests } from './options/recorded-clerk.js';
import { bearer, tokenOf } from './support/callers.js';
import { LineRecorder } from './support/line-recorder.js';
import { PLATFORMS } from './support/platforms.js';
import { tokenAppForTests } from './support/token-apps.js';

/** What getAuth() throws, or the kind of what it returns. */
function asked(request: object, acceptsToken?: AcceptedTokens) {
  try {
    const auth = acceptsToken ? getAuth(request, { acceptsToken }) : getAuth(request);
    return auth.tokenType;
  } catch (error) {
    if (error instanceof ClerkConfigurationError) return error.message;
    throw error;
  }
}

@Controller()
class Routes {
  @Get('open')
  @Public()
  open(@Req() request: object) {
    return [asked(request), asked(request, 'api_key'), asked(request, ['session_token'])];
  }

  @Get('wider')
  @AcceptsToken('session_token', 'api_key')
  wider(@Req() request: object) {
    const kinds = ['any', 'm2m_token', ['api_key', 'oauth_token'], ['api_key']] as const;
    return kinds.map((kind) => asked(request, kind));
  }

  @Get('narrowed')
  @UseGuards(ClerkAuthGuard)
  narrowed(@Auth({ acceptsToken: 'm2m_token' }) auth: unknown) {
    return { auth };
  }
}

describe.each(PLATFORMS)('on %s, a kind that nobody has verified', (platform) => {
  const recorded = recordedClerkForTests();
  const app = tokenAppForTests(platform, recorded, [Routes]);
  const keysOnly = tokenAppForTests(platform, recorded, [Routes], { acceptsToken: 'api_key' });
  const apiKey = () => bearer(tokenOf('api key', recorded.clerk));
  const recorder = new LineRecorder();

  beforeAll(() => Logger.overrideLogger(recorder));
  afterAll(() => Logger.overrideLogger(false));

  it('makes getAuth() throw, and say what to do: "signed out" would be a guess', async () => {
    const { body, calls } = await app.ask('/open', apiKey());
    expect(body).toEqual([
      'session_token',
      expect.stringMatching(
        /^Asked for api_key, .*authenticated for session_token only\. Put @AcceptsToken\(\).*acceptsToken of ClerkModule\.forRoot\(\)/,
      ),
      // Verified, and of none of the kinds in the list.
      null,
    ]);
    expect(calls).toEqual([]);
  });

  it('makes it throw for a list of which only one has been verified', async () => {
    const { body } = await app.ask('/wider', apiKey());
    expect(body).toEqual([
      expect.stringMatching(/^Asked for any, .*authenticated for [a-z_, ]*api_key only/),
      expect.stringMatching(/^Asked for m2m_token/),
      expect.stringMatching(/^Asked for api_key, oauth_token/),
      'api_key',
    ]);
  });

  it('is the session, for getAuth() without a kind, where the application takes API keys only', async () => {
    const { body } = await keysOnly.ask('/open', apiKey());
    expect(body).toEqual([
      expect.stringMatching(/^Asked for session_token, .* for api_key only/),
      'api_key',
      expect.stringMatching(/^Asked for session_token/),
    ]);
  });

  it('makes @Auth({ acceptsToken }) a 500 that tells the log what to do, and the answer nothing', async () => {
    const token = recorded.clerk.mintSessionToken('ada');
    const { status, text } = await app.ask('/narrowed', bearer(token));
    expect([status, JSON.parse(text)]).toEqual([
      500,
      { statusCode: 500, message: 'Internal server error' },
    ]);
    const line = recorder.lines.find((logged) => logged.includes('Asked for m2m_token'));
    expect(line).toContain('Put @AcceptsToken() on the handler');
    expect(recorder.lines.join('\n')).not.toContain(token);
  });
});
