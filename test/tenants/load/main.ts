import { ClerkApi } from './clerk-api.js';
import { type ForgetfulRun, runForgetful, tightLimits } from './forgetful-run.js';
import { makeInstances } from './instance.js';
import { problemsOf } from './problems.js';
import { print, printCost, printForgetful, printSettings, printSteady } from './report.js';
import { readSettings } from './settings.js';
import { runSteady } from './steady-run.js';

/** Runs what the arguments ask for and prints what came of it; the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const settings = readSettings(args);
  printSettings(settings);
  const instances = await makeInstances(settings.tenants);
  const api = await ClerkApi.start(instances);
  try {
    const steady = await runSteady(settings, instances, api);
    printSteady(settings, steady);
    printCost(settings, steady.cost);
    const forgetful: ForgetfulRun[] = [];
    for (const limits of tightLimits(settings)) {
      const forgotten = await runForgetful(settings, limits, instances, api);
      printForgetful(settings, forgotten);
      forgetful.push(forgotten);
    }
    const problems = problemsOf(settings, steady, forgetful);
    print();
    for (const problem of problems) print(problem);
    if (problems.length === 0) print('Every request was answered as its own tenant’s.');
    return problems.length > 0 ? 1 : 0;
  } finally {
    await api.stop();
  }
}
