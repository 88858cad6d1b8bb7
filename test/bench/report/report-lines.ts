import { growthLines } from './growth-lines.js';
import type { Machine } from './machine.js';
import { inProcessLines, startupLines } from './process-lines.js';
import type { Result } from './result.js';
import { detailLines, idleLines, ratioLines, targetLines } from './server-lines.js';

/** The whole report, as Markdown. */
export function reportLines(result: Result): string[] {
  const { servers, inProcess, startup, imports, growth } = result;
  const sections = [
    headLines(result),
    ratioLines(servers),
    idleLines(servers),
    targetLines(servers).map((line) => `- ${line}`),
    detailLines(servers),
    inProcess ? inProcessLines(inProcess) : [],
    startup ? startupLines(startup, imports) : [],
    growth ? growthLines(growth) : [],
  ];
  return sections.flatMap((lines) => (lines.length > 0 ? lines.concat('') : []));
}

function headLines({ machine, settings, seconds }: Result): string[] {
  const { rounds, platform } = settings;
  return [
    `Medians (least–most) of the ratios of ${rounds} alternating rounds of ${settings.seconds} s, ` +
      `Nest on ${platform}, ${machine.connections} connections; ${Math.round(seconds / 60)} min in all.`,
    `${machineLine(machine)}.`,
  ];
}

function machineLine({ processor, cores, system, node, pinned, versions }: Machine): string {
  const packages = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const pinning = pinned ? 'server and load on a core each' : 'processes NOT pinned to cores';
  return [`${processor}, ${cores} cores`, system, `Node ${node}`, pinning, ...packages].join(', ');
}
