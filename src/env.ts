import type { RequestAuth } from './nest/http/request-auth.js';

declare global {
  namespace Express {
    /** `req.auth` on Express's requests: `import 'clerk-nestjs/env'` once, anywhere. */
    interface Request {
      auth: RequestAuth;
    }
  }
}
