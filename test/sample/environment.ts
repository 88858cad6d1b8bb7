import { type Quickstart, start } from '../../sample/01-quickstart/start.ts';
import type { LocalClerk } from 'clerk-nestjs/testing';

const original = { ...process.env };

/** No keys, and any free ports. */
export function resetEnvironment(): void {
  for (const name of Object.keys(process.env)) {
    if (name.startsWith('CLERK_') || !(name in original)) delete process.env[name];
  }
  Object.assign(process.env, { PORT: '0', LOCAL_CLERK_PORT: '0' });
}

/** The quickstart on its embedded Clerk, as after `npm start`. */
export async function startQuickstart(
  options?: Parameters<typeof start>[0],
): Promise<Quickstart & { localClerk: LocalClerk }> {
  resetEnvironment();
  const quickstart = await start(options);
  return { ...quickstart, localClerk: presentClerk(quickstart) };
}

/** The embedded Clerk, which is there unless the environment has keys. */
export function presentClerk({ localClerk }: Quickstart): LocalClerk {
  if (!localClerk) throw new Error('The quickstart started no embedded Clerk.');
  return localClerk;
}
