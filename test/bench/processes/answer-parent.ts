/** What a process can be asked, each by its name; an argument is plain data. */
export type Answers = Readonly<Record<string, (argument: never) => unknown>>;

/** A question on its way to a process. */
export interface Question {
  readonly id: number;
  readonly name: string;
  readonly argument: unknown;
}

/** What comes back: the answer, or what went wrong. */
export interface Reply {
  readonly id: number;
  readonly answer?: unknown;
  readonly error?: string;
}

/** Says that this process is ready, answers questions from then on, and ends with its parent. */
export function answerParent(answers: Answers): void {
  process.on('message', (question: Question) => {
    reply(answers, question).then((message) => process.send?.(message), fail);
  });
  process.once('disconnect', () => process.exit());
  process.send?.({ id: 0 } satisfies Reply);
}

async function reply(answers: Answers, { id, name, argument }: Question): Promise<Reply> {
  try {
    const answer = answers[name];
    if (!answer) return { id, error: `This process knows no answer to ${name}.` };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the parent sends what its typed function takes
    return { id, answer: await answer(argument as never) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function fail(error: unknown): void {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
}
