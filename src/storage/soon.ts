/** Runs at once; what it throws rejects. */
export const soon =
  <Parameters extends readonly unknown[], Result>(task: (...given: Parameters) => Result) =>
  (...given: Parameters): Promise<Result> =>
    new Promise((resolve) => {
      resolve(task(...given))
    })
