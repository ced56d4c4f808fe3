/** So many are done before others have their turn: some milliseconds' worth of small things. */
const A_TURN = 200;

/** Goes through many things without keeping the process from everything else it does. */
export async function* inTurns<T>(all: Iterable<T>): AsyncGenerator<T> {
  let n = 0;
  for (const each of all) {
    yield each;
    n += 1;
    if (n % A_TURN === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The same as a list of what is made of each. */
export async function mapInTurns<T, R>(all: Iterable<T>, make: (each: T) => R): Promise<R[]> {
  const made: R[] = [];
  for await (const each of inTurns(all)) made.push(make(each));
  return made;
}
