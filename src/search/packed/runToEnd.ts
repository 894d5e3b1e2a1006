/** Runs work that can be left alone between its steps from the first to the last, and gives back what it gives. */
export function runToEnd<Result>(steps: Generator<undefined, Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
