import type { Observation } from '../../compare/observed.js';
import type { Scenario } from '../../generate/scenario.js';
import type { Difference } from '../difference.js';
import type { LooseToken } from './loose-token.js';
import { type Place, tokensAt } from './places.js';
import { replaceTokens } from './replace-tokens.js';

/** A difference that one token makes: we take it as the vendor takes another one. */
export interface TokenDifference {
  readonly name: string;
  readonly why: string;
  readonly at: readonly Place[];
  concerns(token: LooseToken, scenario: Scenario, place: Place): boolean;
  /** The other token; its text must be another for every token. */
  readonly standIn: (token: LooseToken) => string;
  /** What is then still to be changed about the answer. */
  readonly but?: (answer: Observation, tokens: readonly LooseToken[]) => Observation;
}

/** Makes a difference of it. */
export function tokenDifference(difference: TokenDifference): Difference {
  const { name, why, at, standIn, but } = difference;
  const concerned = (scenario: Scenario) =>
    at.flatMap((place) =>
      tokensAt(scenario, place).filter((token) => difference.concerns(token, scenario, place)),
    );
  return {
    name,
    why,
    applies: (scenario) => concerned(scenario).length > 0,
    asIf: (scenario) => {
      const tokens = concerned(scenario);
      const standIns = new Map(tokens.map((token) => [token.text, standIn(token)]));
      const { scenario: changed, restore } = replaceTokens(scenario, standIns);
      return {
        scenario: changed,
        restore: (answer) => {
          const restored = restore?.(answer) ?? answer;
          return but?.(restored, tokens) ?? restored;
        },
      };
    },
  };
}
