/** What functions of an application throw by mistake; to Express the first ones mean "go on". */
export const THROWN: [unknown][] = [
  [undefined],
  [null],
  [0],
  [''],
  [false],
  ['route'],
  ['router'],
  [{}],
  [{ status: 200 }],
  [Object.assign(new Error('no'), { status: 302 })],
  [new Error('no')],
];
