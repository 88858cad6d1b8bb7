import type { Difference } from './difference.js';

/** Differences in what is sent to the Backend API. */
export const CALL_DIFFERENCES: readonly Difference[] = [
  {
    name: 'a query parameter of false is sent',
    why: 'the vendor drops it, which happens to mean the same for suffixed_cookies',
    applies: () => true,
    asIf: (scenario) => ({
      scenario,
      restore: ({ state, calls }) => ({
        state,
        calls: calls.map((call) =>
          call.path.endsWith('/refresh')
            ? { ...call, path: `${call.path}?suffixed_cookies=false` }
            : call,
        ),
      }),
    }),
  },
];
