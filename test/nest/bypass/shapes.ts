import type { LocalClerk } from 'clerk-nestjs/testing';
import { ClerkModule } from 'clerk-nestjs';
import type { Shape } from './arena.js';
import { LobbyController, VaultController } from './controllers.js';
import { get } from './raw-request.js';

/** The application that most attempts are made against, and that the others vary. */
export const PLAIN: Shape = {
  metadata: (clerk: LocalClerk) => ({
    imports: [ClerkModule.forRoot(clerk.options)],
    controllers: [LobbyController, VaultController],
  }),
  home: get('/vault'),
};

/** The plain application with something done in `main.ts`. */
export function configured(configure: Shape['configure'], home = PLAIN.home): Shape {
  return { ...PLAIN, configure, home };
}
