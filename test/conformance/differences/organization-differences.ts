import type { Scenario } from '../generate/scenario.js';
import type { Difference } from './difference.js';

/** Differences in the organizations that URLs name. */
export const ORGANIZATION_DIFFERENCES: readonly Difference[] = [
  {
    name: 'an empty list of patterns matches no path',
    why: 'the vendor makes an expression of it that matches every path',
    applies: ({ options: { organizationSyncOptions: patterns } }) =>
      [patterns?.organizationPatterns, patterns?.personalAccountPatterns].some(
        (list) => list?.length === 0,
      ),
    asIf: (scenario) => {
      const { options } = scenario;
      const kept = Object.entries(options.organizationSyncOptions ?? {}).filter(
        ([, list]) => list === undefined || list.length > 0,
      );
      const organizationSyncOptions = Object.fromEntries(kept);
      return { scenario: { ...scenario, options: { ...options, organizationSyncOptions } } };
    },
  },
  {
    name: 'a repeated parameter names no organization',
    why: 'a list is no id and no slug; the vendor asks for it again and again',
    applies: (scenario) => isRepeated(scenario),
    asIf: (scenario) => {
      const { options } = scenario;
      const personal = options.organizationSyncOptions?.personalAccountPatterns;
      // They are still read, and match nothing.
      const organizationSyncOptions = {
        personalAccountPatterns: personal?.map((pattern) => `/never${pattern}`),
      };
      return { scenario: { ...scenario, options: { ...options, organizationSyncOptions } } };
    },
  },
];

/** Whether it is on a path in which a pattern with such a parameter finds one. */
function isRepeated({
  options: { organizationSyncOptions: patterns },
  request,
}: Scenario): boolean {
  const { pathname } = new URL(request.target, request.origin);
  const hasPattern = patterns?.organizationPatterns?.includes('/orgs/:slug+') ?? false;
  return hasPattern && /^\/orgs\/[^/]/i.test(pathname);
}
