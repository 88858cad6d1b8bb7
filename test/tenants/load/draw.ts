import { Random } from '../../conformance/generate/random.js';

/** A request to make. Tenants and users are numbers. */
export interface Drawn {
  /** Whose host it is sent to; nobody's where none. */
  readonly host: number | undefined;
  /** Whose user sends it. */
  readonly tenant: number;
  readonly user: number;
  readonly carrier: 'bearer' | 'cookie';
  /** Whether the application is to call the Backend API for it. */
  readonly asksClient: boolean;
}

/** What requests are drawn from. */
export interface Urn {
  readonly seed: number;
  /** The tenants whose hosts are called. */
  readonly hosts: readonly number[];
  /** The tenants whose users there are: those, and others who try the wrong host. */
  readonly tenants: readonly number[];
  readonly users: readonly number[];
}

/** One request in so many calls the Backend API. */
const CLIENT_EVERY = 50;

/** The request of a number. It is the same whatever was drawn before, by whom and how fast. */
export function draw({ seed, hosts, tenants, users }: Urn, index: number): Drawn {
  const random = new Random(seed, index);
  const host = random.pick(hosts);
  const others = random.chance(10) ? tenants : [host];
  return {
    host: random.chance(1) ? undefined : host,
    tenant: random.pick(others),
    user: random.pick(users),
    carrier: random.chance(25) ? 'cookie' : 'bearer',
    // By number and not by chance: it costs much more, and rounds are compared.
    asksClient: index % CLIENT_EVERY === 0,
  };
}

/** The numbers from 0. */
export function numbersUpTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, number) => number);
}
