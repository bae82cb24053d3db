/** What is to be done when, in steps of the simulated clock. What falls into one step is done in the order it was noted. */
export class Diary {
  private readonly pages = new Map<number, (() => Promise<void>)[]>();

  constructor(private readonly stepMs: number) {}

  note(at: number, work: () => Promise<void>): void {
    const step = Math.ceil(at / this.stepMs);
    const page = this.pages.get(step) ?? [];
    page.push(work);
    this.pages.set(step, page);
  }

  /** Takes out what is due at a step's end. */
  due(at: number): (() => Promise<void>)[] {
    const step = Math.round(at / this.stepMs);
    const page = this.pages.get(step) ?? [];
    this.pages.delete(step);
    return page;
  }
}

/** Does all of them, some at a time. The first that throws stops the rest. */
export async function inTurns(work: readonly (() => Promise<void>)[], atOnce: number): Promise<void> {
  const queue = [...work];
  const turn = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await next();
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, work.length) }, turn));
}
