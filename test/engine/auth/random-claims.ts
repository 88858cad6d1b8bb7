/** Picks one of the values it is given. */
export type Pick = <T>(values: readonly T[]) => T;

/** A seeded source of picks (mulberry32), so that a failing case can be found again. */
export function seededPick(seed: number): Pick {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return <T>(values: readonly T[]): T => {
    for (const value of values.slice(Math.floor(next() * values.length))) return value;
    throw new Error('there is nothing to pick from');
  };
}

const ODD: readonly unknown[] = [null, '', 0, 1, true, false, [], {}, ['org:articles:read'], 'x'];
const NAMES = ['articles', 'billing', 'org', 'org:admin', 'constructor', 'a b', ''];
const SCOPES = ['o', 'u', 'ou', 'uo', 'org', 'user', 'x', ' o', 'o '];
const ROLES = ['admin', 'member', 'org:admin', 'org:org:admin', 'adm', ''];
const AGES = [-1, 0, 5, 9, 10, 11, 59, 60, 61, 1_440, 99_999];
const BITMAPS = [
  '0',
  '1',
  '2',
  '3',
  '007',
  ' 1 ',
  '-1',
  '1.5',
  '0x1',
  'x',
  '',
  `1${'0'.repeat(60)}`,
];

/** Mostly what `usual` makes, sometimes nothing, sometimes of a wrong type. */
function mostly(pick: Pick, usual: () => unknown, odd = ODD): unknown {
  const kind = pick(['usual', 'usual', 'usual', 'usual', 'usual', 'absent', 'odd']);
  if (kind === 'absent') return undefined;
  return kind === 'usual' ? usual() : pick(odd);
}

function list(pick: Pick, element: () => string): string {
  const separator = pick([',', ',', ', ', ' ,']);
  return Array.from({ length: pick([1, 1, 2, 3, 4]) }, element).join(separator);
}

function scoped(pick: Pick): string {
  const usual = () => `${pick(['o', 'u', 'ou'])}:${pick(NAMES)}`;
  const any = () =>
    pick([usual(), usual(), usual(), `${pick(SCOPES)}:${pick(NAMES)}`, pick(NAMES)]);
  return list(pick, pick([usual, any]));
}

function ages(pick: Pick): unknown {
  const odd = [[0], [0, 0, 0], ['0', '0'], [0, null], [-2, 0], [0, -0.5], '0,0', { 0: 0, 1: 0 }];
  return pick([[pick(AGES), pick(AGES)], [pick(AGES), pick(AGES)], pick<unknown>(odd)]);
}

/** A role of a wrong type is a number here: objects are a named difference from the vendor. */
function organization(pick: Pick): object {
  return {
    id: mostly(pick, () => 'org_1'),
    slg: mostly(pick, () => 'acme'),
    rol: mostly(pick, () => pick(ROLES), [5, 0, true, false, null, '']),
    per: mostly(pick, () => list(pick, () => pick(['read', 'manage', 'sys_x', 'org:admin', '']))),
    fpm: mostly(pick, () => list(pick, () => pick(BITMAPS))),
  };
}

/** Claims of version 1, 2, both at once or of an unknown version, as JSON could hold them. */
export function randomClaims(pick: Pick): object {
  const permissions = () => [pick(['org:articles:read', 'articles:read', 'org:billing:manage'])];
  return {
    v: pick<unknown>([2, 2, 2, undefined, undefined, 1, '2', 3, null]),
    sub: mostly(pick, () => 'user_1'),
    sid: mostly(pick, () => 'sess_1'),
    sts: mostly(pick, () => pick(['active', 'pending'])),
    act: mostly(pick, () => ({ sub: 'user_2' })),
    fva: mostly(pick, () => ages(pick)),
    fea: mostly(pick, () => scoped(pick)),
    pla: mostly(pick, () => scoped(pick)),
    o: mostly(pick, () => organization(pick)),
    org_id: mostly(pick, () => 'org_1'),
    org_slug: mostly(pick, () => 'acme'),
    org_role: mostly(pick, () => pick(ROLES)),
    org_permissions: mostly(pick, permissions),
  };
}

/** A question for `has()`: one to five things asked, sometimes of a wrong type. */
export function randomQuestion(pick: Pick): object {
  const scopedName = () =>
    pick([pick(NAMES), `${pick(SCOPES)}:${pick(NAMES)}`, 'org:articles:x', 'user:']);
  const levels = ['first_factor', 'second_factor', 'multi_factor', 'third_factor', 'constructor'];
  const reverification = () =>
    pick<unknown>([
      pick(['strict_mfa', 'strict', 'moderate', 'lax', 'constructor', '__proto__', 'LAX']),
      { level: pick(levels), afterMinutes: pick([...AGES, 0.5, Infinity, NaN, '10']) },
    ]);
  const features = ['articles', 'billing', 'org', ''];
  const permission = () =>
    `${pick(['', 'org:', 'org:org:'])}${pick(features)}:${pick(['read', 'manage', ''])}`;
  const makers: Record<string, () => unknown> = {
    role: () => mostly(pick, () => pick(ROLES)),
    permission: () => mostly(pick, permission),
    feature: () => mostly(pick, scopedName),
    plan: () => mostly(pick, scopedName),
    reverification: () => mostly(pick, reverification),
  };
  const kinds = Object.entries(makers);
  const asked = Array.from({ length: pick([1, 1, 1, 1, 2, 3]) }, () => pick(kinds));
  return Object.fromEntries(asked.map(([kind, make]) => [kind, make()]));
}
