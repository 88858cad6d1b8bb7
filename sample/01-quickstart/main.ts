import { ClerkError } from 'clerk-nestjs';
import { announcement } from './announce.ts';
import { PortError } from './port.ts';
import { start } from './start.ts';

try {
  const { origin, localClerk } = await start();
  process.stdout.write(announcement(origin, localClerk));
} catch (error) {
  // What the reader can fix is one sentence; anything else is a fault and shows its stack.
  if (!(error instanceof PortError || error instanceof ClerkError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
