import { parseArgs } from 'node:util';
import { withoutNoise } from '../../run/quiet.js';
import { CLIENT_DIFFERENCES } from '../differences/list.js';
import { printReport } from './report.js';
import { runClients } from './run-clients.js';

/** Compares the clients as the arguments ask for; the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      api: { type: 'string', multiple: true },
      method: { type: 'string' },
      list: { type: 'boolean', default: false },
    },
  });
  if (values.list) {
    const lines = CLIENT_DIFFERENCES.map(({ name, why }) => `- ${name}: ${why}\n`);
    process.stdout.write(lines.join(''));
    return 0;
  }
  const asked = { apis: values.api, method: values.method };
  const summary = await withoutNoise(() => runClients(asked));
  return printReport(summary, asked) ? 0 : 1;
}
