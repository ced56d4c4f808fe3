/** How one audience stands: what it was told last, what waits, and what is kept from it. */
export interface Told<A extends string> {
  readonly audience: A;
  readonly sentAt: string | undefined;
  /** Approvals of the text that waits; undefined where none does. */
  readonly approvals: number | undefined;
  readonly withheld: readonly string[];
}

interface Desk<A extends string> {
  readonly statements: readonly {
    readonly audience: A;
    readonly state: string;
    readonly sentAt: string | null;
    readonly approvedBy: readonly unknown[];
  }[];
  readonly withheld: readonly { readonly audience: A; readonly term: string }[];
}

/** Every audience of whom anything was said, written or kept back, in the order of that list. */
export function audiencesOf<A extends string>(desk: Desk<A>, all: readonly A[]): Told<A>[] {
  return all.flatMap((audience) => {
    const own = desk.statements.filter((each) => each.audience === audience && each.state !== 'withdrawn');
    const withheld = desk.withheld.filter((each) => each.audience === audience).map(({ term }) => term);
    if (own.length + withheld.length === 0) return [];
    const sent = own.map(({ sentAt }) => sentAt).filter((at) => at !== null);
    const draft = own.findLast(({ state }) => state === 'draft');
    return [{ audience, sentAt: sent.toSorted().at(-1), approvals: draft?.approvedBy.length, withheld }];
  });
}
