import { answerParent } from '../processes/answer-parent.js';

/** What is imported; Nest comes first, as an application has loaded it anyway. */
const PACKAGES: Readonly<Record<string, () => Promise<unknown>>> = {
  ours: () => import('clerk-nestjs'),
  vendor: async () => [await import('@clerk/express'), await import('@clerk/backend')],
};

await import('@nestjs/core');
await import('@nestjs/common');
await import('@nestjs/platform-express');
const startedAt = performance.now();
await PACKAGES[process.argv[2] ?? '']?.();
const milliseconds = performance.now() - startedAt;
answerParent({ milliseconds: () => milliseconds });
