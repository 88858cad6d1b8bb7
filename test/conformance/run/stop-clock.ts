import { NOW } from '../generate/world.js';

/** Stops the clock for the rest of the process: both sides read it by `Date.now`. */
export function stopClock(): void {
  Date.now = () => NOW;
}
