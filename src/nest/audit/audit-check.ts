import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { ClerkConfigurationError } from '../../clerk-configuration-error.js';
import { CLERK_AUDIT } from '../tokens.js';
import { AccessAudit } from './access-audit.js';

/** What happens about handlers that nobody has said anything of. */
export type AuditMode = 'error' | 'warn' | 'off';

/** Looks for open handlers while the application boots, as the extra `audit` says. */
@Injectable()
export class AuditCheck implements OnModuleInit {
  readonly #logger = new Logger('ClerkModule');

  constructor(
    @Inject(AccessAudit) private readonly audit: AccessAudit,
    @Inject(CLERK_AUDIT) private readonly mode: AuditMode,
  ) {}

  onModuleInit(): void {
    if (this.mode === 'off') return;
    const open = this.audit.list().filter(({ access }) => access === 'open');
    if (open.length === 0) return;
    const list = open.map(({ handler, route }) => `  - ${handler} (${route})`).join('\n');
    const sentence =
      'These handlers are neither protected nor public. Put @UseGuards(ClerkAuthGuard), a ' +
      `requirement or @Public() on each or on its class, or set globalGuard: true:\n${list}`;
    if (this.mode === 'error') throw new ClerkConfigurationError(sentence);
    this.#logger.warn(sentence);
  }
}
