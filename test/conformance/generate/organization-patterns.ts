import type { Random } from './random.js';
import type { ScenarioOptions } from './scenario.js';

type Patterns = NonNullable<ScenarioOptions['organizationSyncOptions']>;

const ORGANIZATION: readonly (readonly string[])[] = [
  ['/orgs/:slug', '/orgs/:slug/(.*)'],
  ['/orgs/:slug', '/orgs/:slug/(.*)'],
  ['/orgs/:id', '/orgs/:id/(.*)'],
  ['/orgs/:id(org_\\d+)', '/orgs/:slug'],
  ['/orgs/:slug{/:rest}?'],
  ['/:slug?'],
  ['/orgs/:name'],
  ['/orgs/:slug+'],
  ['/orgs/:id/:slug'],
  [],
];

const PERSONAL: readonly (readonly string[])[] = [
  ['/me', '/me/(.*)'],
  ['/me', '/me/(.*)'],
  ['/me/:any*'],
  ['/(.*)'],
  ['/orgs/:slug'],
  [],
];

const UNREADABLE: readonly (readonly string[])[] = [
  ['/orgs/:slug('],
  ['/orgs/(?:x)'],
  ['/orgs/:'],
  ['/orgs/{a'],
  ['/orgs/:slug/:slug'],
  ['/orgs/([)'],
];

/** Patterns by which a URL says which organization it is about. */
export function organizationSyncOptions(random: Random): Patterns {
  const { pick } = random;
  return {
    organizationPatterns: random.some(85, () =>
      random.chance(96) ? pick(ORGANIZATION) : pick(UNREADABLE),
    ),
    personalAccountPatterns: random.some(60, () =>
      random.chance(97) ? pick(PERSONAL) : pick(UNREADABLE),
    ),
  };
}
