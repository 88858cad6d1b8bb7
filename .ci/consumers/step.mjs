// Child processes that end: each within its time, in a group of its own that goes with it.
import { spawn } from 'node:child_process';

/** A step that failed, with everything it printed. */
export class StepError extends Error {
  constructor(name, reason, output) {
    super(`${name}: ${reason}`);
    this.output = output.trim();
  }
}

const running = new Set();

/** Kills the child's whole group: npm and jest start processes of their own. */
function kill(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

export function killAll() {
  for (const child of running) kill(child);
}

/** The environment without what would steer the applications or npm from outside. */
function environment() {
  const names = Object.keys(process.env).filter(
    (name) => !/^(CLERK_|NODE_(ENV|OPTIONS|PATH)$)/.test(name),
  );
  return Object.fromEntries(names.map((name) => [name, process.env[name]]));
}

/** Runs a command to its end and returns its standard output. */
export function step(name, seconds, cwd, command, ...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    running.add(child);
    let stdout = '';
    let output = '';
    let late = false;
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    const timer = setTimeout(() => {
      late = true;
      kill(child);
    }, seconds * 1000);
    child.on('error', (error) => {
      output += error.message;
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      running.delete(child);
      if (late) reject(new StepError(name, `not done after ${seconds} s`, output));
      else if (code !== 0) reject(new StepError(name, `ended with ${signal ?? code}`, output));
      else resolve(stdout);
    });
  });
}
