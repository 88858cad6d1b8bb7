/** What is to be reached: at least these shares of throughput, at most this share of CPU. */
export interface Targets {
  /** Of the bare application's throughput; at least. */
  readonly ofBare?: number;
  /** Of the ideal application's throughput; at least. */
  readonly ofIdeal?: number;
  /** Of what the vendor's middleware adds in CPU per request; at most. */
  readonly ofVendorsCpu?: number;
}

/** Which of them is a lower bound and which an upper one. */
const AT_MOST: Readonly<Record<keyof Targets, boolean>> = {
  ofBare: false,
  ofIdeal: false,
  ofVendorsCpu: true,
};

/** By how much a figure misses its target; 0 when it doesn't. As printed, with two digits. */
export function shortOf(name: keyof Targets, figure: number, target: number): number {
  const rounded = Math.round(figure * 100) / 100;
  const missing = AT_MOST[name] ? rounded - target : target - rounded;
  return Math.max(0, Math.round(missing * 100) / 100);
}
