import { describe, expect, it } from '@jest/globals';
import { type AuditEntry, formatAudit } from 'clerk-nestjs';

const ENTRY: AuditEntry = {
  transport: 'http',
  route: 'GET /articles',
  handler: 'Articles.list',
  access: 'protected',
  acceptsToken: 'session_token',
  demands: [],
};

describe('the audit as text', () => {
  it('is one line for each handler, in columns as wide as their widest cell', () => {
    const entries: AuditEntry[] = [
      ENTRY,
      {
        ...ENTRY,
        route: 'POST /articles',
        handler: 'Articles.create',
        acceptsToken: ['session_token', 'api_key'],
        demands: ['permission org:articles:manage', 'no impersonation'],
      },
      {
        ...ENTRY,
        transport: 'graphql',
        route: 'Query articles',
        access: 'public',
        acceptsToken: 'any',
      },
    ];
    expect(formatAudit(entries).split('\n')).toEqual([
      'access     route           takes                   demands                                           handler',
      'protected  GET /articles   session_token                                                             Articles.list',
      'protected  POST /articles  session_token, api_key  permission org:articles:manage; no impersonation  Articles.create',
      'public     Query articles  any                                                                       Articles.list',
    ]);
  });

  it('says of an open handler no kind of token, as it takes none', () => {
    expect(formatAudit([{ ...ENTRY, access: 'open' }])).toBe(
      'access  route          takes  demands  handler\n' +
        'open    GET /articles                  Articles.list',
    );
  });

  it('has only its headings for no handlers, and no spaces at the end of lines', () => {
    expect(formatAudit([])).toBe('access  route  takes  demands  handler');
    const short = formatAudit([{ ...ENTRY, handler: 'A.b' }]);
    expect(short).not.toMatch(/ $/m);
  });
});
