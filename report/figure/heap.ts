/** A binary heap of lattice states by cost: flat, and used again for every search, for it is the innermost loop. */
export class Heap {
  #costs = new Float64Array(1 << 12);
  #states = new Int32Array(1 << 12);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Cost of the first; there must be one. */
  get least(): number {
    return this.#costs[0] as number;
  }

  clear(): void {
    this.#size = 0;
  }

  push(state: number, cost: number): void {
    if (this.#size === this.#states.length) this.#grow();
    const [costs, states] = [this.#costs, this.#states];
    let i = this.#size++;
    while (i > 0) {
      const up = (i - 1) >> 1;
      if ((costs[up] as number) <= cost) break;
      costs[i] = costs[up] as number;
      states[i] = states[up] as number;
      i = up;
    }
    costs[i] = cost;
    states[i] = state;
  }

  /** Takes the state of least cost; there must be one. */
  pop(): number {
    const [costs, states] = [this.#costs, this.#states];
    const top = states[0] as number;
    const last = --this.#size;
    const cost = costs[last] as number;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= last) break;
      if (child + 1 < last && (costs[child + 1] as number) < (costs[child] as number)) child++;
      if (cost <= (costs[child] as number)) break;
      costs[i] = costs[child] as number;
      states[i] = states[child] as number;
      i = child;
    }
    costs[i] = cost;
    states[i] = states[last] as number;
    return top;
  }

  #grow(): void {
    const [costs, states] = [this.#costs, this.#states];
    this.#costs = new Float64Array(costs.length * 2);
    this.#states = new Int32Array(states.length * 2);
    this.#costs.set(costs);
    this.#states.set(states);
  }
}
