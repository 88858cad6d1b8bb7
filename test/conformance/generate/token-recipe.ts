import { encodePart, hmacToken, unsignedToken } from '../../engine/support/token-forge.js';
import { foreignKey, ownKey } from './world.js';

/** What is done to a token after it was signed. */
export type Damage =
  | 'claims swapped'
  | 'signature cut'
  | 'signature emptied'
  | 'two parts'
  | 'four parts'
  | 'padded'
  | 'loose bits';

/** How to make a token: the same recipe always makes the same kind of token. */
export interface TokenRecipe {
  readonly signer: 'own' | 'foreign' | 'nobody' | 'public key as secret';
  readonly header: Readonly<Record<string, unknown>>;
  /** An object, or a text to take as it is. */
  readonly claims: Readonly<Record<string, unknown>> | string;
  readonly damage?: Damage;
}

const made = new Map<string, string>();
const MOST_KEPT = 20_000;

/** The token of a recipe. Signing takes a while, so that tokens are kept and used again. */
export function tokenOf(recipe: TokenRecipe): string {
  const name = JSON.stringify(recipe);
  const known = made.get(name);
  if (known !== undefined) return known;
  if (made.size >= MOST_KEPT) made.clear();
  const token = damaged(signed(recipe), recipe);
  made.set(name, token);
  return token;
}

function signed({ signer, header, claims }: TokenRecipe): string {
  switch (signer) {
    case 'own':
    case 'foreign': {
      const text = `${encodePart(header)}.${encodePart(claims)}`;
      const key = signer === 'own' ? ownKey : foreignKey;
      return `${text}.${key.sign(text, header['alg'])}`;
    }
    case 'nobody':
      return unsignedToken(header, claims);
    case 'public key as secret':
      return hmacToken(header, claims, ownKey.pem);
    default:
      return signer satisfies never;
  }
}

function damaged(token: string, { claims, damage }: TokenRecipe): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  switch (damage) {
    case undefined:
      return token;
    case 'claims swapped':
      return `${header}.${encodePart(typeof claims === 'string' ? ' {}' : { ...claims, sub: 'user_9' })}.${signature}`;
    case 'signature cut':
      return `${header}.${payload}.${signature.slice(0, -2)}`;
    case 'signature emptied':
      return `${header}.${payload}.`;
    case 'two parts':
      return `${header}.${payload}`;
    case 'four parts':
      return `${token}.${signature}`;
    case 'padded':
      return `${token}==`;
    case 'loose bits':
      return `${token.slice(0, -1)}${nextLetter(token.slice(-1))}`;
    default:
      return damage satisfies never;
  }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Of the last letter of a signature two bits count; the letter after it differs in the others. */
function nextLetter(letter: string): string {
  return LETTERS.charAt(LETTERS.indexOf(letter) + 1);
}
