/** A promise and what fulfils it. */
export function signal(): [happened: Promise<void>, tell: () => void] {
  let tell = () => {};
  const happened = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return [happened, () => tell()];
}
