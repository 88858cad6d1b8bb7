import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureGrowth } from './growth/growth.js';
import { measureInProcess } from './in-process/in-process.js';
import { Child } from './processes/child.js';
import { chartOf } from './report/chart.js';
import { describeMachine } from './report/machine.js';
import { reportLines } from './report/report-lines.js';
import type { Result } from './report/result.js';
import { targetLines } from './report/server-lines.js';
import type { ScenarioResult } from './report/sample.js';
import { measureScenario } from './servers/measure-scenario.js';
import type { Scenario } from './servers/scenario.js';
import { SCENARIOS, scenarioOf } from './servers/scenarios.js';
import { readSettings, type Settings } from './servers/settings.js';
import { measureImports } from './startup/imports.js';
import { measureStartup } from './startup/startup.js';

/** Enough to show whether memory stays flat; `growth.mjs` takes a million. */
const DISTINCT_TOKENS = 200_000;

/**
 * Runs the benchmark, prints the report and writes it where `--out` says.
 *
 * @returns The exit code: 0, as only wrong answers are failures, and they throw.
 */
export async function run(args: readonly string[]): Promise<number> {
  const settings = readSettings(args);
  const generator = await Child.start({ module: 'load/generate.js', core: 'load' });
  try {
    const result = await measure(settings, generator);
    const report = `${reportLines(result).join('\n')}\n`;
    process.stdout.write(report);
    if (settings.out !== undefined) write(settings.out, result, report);
  } finally {
    await generator.stop();
  }
  return 0;
}

async function measure(settings: Settings, generator: Child): Promise<Result> {
  const startedAt = performance.now();
  const { only, rounds, quick } = settings;
  const chosen = only.length > 0 ? only.map(scenarioOf) : SCENARIOS;
  const servers = await measureServers(chosen, settings, generator);
  say('in process');
  const inProcess = await measureInProcess(chosen, rounds < 7 ? 1 : 3, quick);
  // Of single scenarios nothing else is asked.
  const rest = only.length > 0 ? {} : await measureRest(settings, generator);
  const seconds = (performance.now() - startedAt) / 1000;
  return { machine: describeMachine(), settings, seconds, servers, inProcess, ...rest };
}

async function measureServers(
  chosen: readonly Scenario[],
  settings: Settings,
  generator: Child,
): Promise<ScenarioResult[]> {
  const results: ScenarioResult[] = [];
  for (const scenario of chosen) {
    say(scenario.title);
    const result = await measureScenario(scenario, settings, generator);
    process.stderr.write(`${targetLines([result]).join('\n')}\n`);
    results.push(result);
  }
  return results;
}

async function measureRest({ rounds, quick }: Settings, generator: Child) {
  say('start-up');
  const startup = await measureStartup(quick ? 1 : rounds, generator);
  const imports = await measureImports(quick ? 1 : rounds);
  if (quick) return { startup, imports };
  say('growth');
  return { startup, imports, growth: await measureGrowth(DISTINCT_TOKENS, rounds < 7 ? 1 : 2) };
}

function say(what: string): void {
  process.stderr.write(`${what} …\n`);
}

function write(folder: string, result: Result, report: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'result.json'), `${JSON.stringify(result, null, 1)}\n`);
  writeFileSync(join(folder, 'report.md'), report);
  writeFileSync(join(folder, 'chart.svg'), chartOf(result.servers));
}
