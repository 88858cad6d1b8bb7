import { parseArgs } from 'node:util';
import { growthLines } from '../report/growth-lines.js';
import { measureGrowth } from './growth.js';
import { isFlat } from './memory.js';

/** Measures growth alone. @returns The exit code: 1 when memory is not flat. */
export async function run(args: readonly string[]): Promise<number> {
  const options = {
    tokens: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '3' },
  } as const;
  const { values } = parseArgs({ args: [...args], options });
  const result = await measureGrowth(Number(values.tokens), Number(values.rounds));
  process.stdout.write(`${growthLines(result).join('\n')}\n`);
  return isFlat(result.memory) ? 0 : 1;
}
