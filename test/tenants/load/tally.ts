import type { Answer } from './caller.js';
import type { Drawn } from './draw.js';
import { judge } from './judge.js';

/** Of each kind. */
const MOST_EXAMPLES = 3;

/** What a number of answers came to. */
export class Tally {
  requests = 0;
  foreignIdentities = 0;
  unexpected = 0;
  /** How many answers there were of each status. */
  readonly statuses = new Map<number, number>();
  /** The first of those that were wrong. */
  readonly examples: string[] = [];

  /** Counts one answer. */
  add(drawn: Drawn, answer: Answer): void {
    this.requests += 1;
    this.statuses.set(answer.status, (this.statuses.get(answer.status) ?? 0) + 1);
    const verdict = judge(drawn, answer);
    if (verdict === 'right') return;
    const count = verdict === 'unexpected' ? ++this.unexpected : ++this.foreignIdentities;
    if (count > MOST_EXAMPLES) return;
    this.examples.push(`${verdict}: ${JSON.stringify(drawn)} got ${JSON.stringify(answer)}`);
  }
}
