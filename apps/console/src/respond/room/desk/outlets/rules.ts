const STATUS_PAGE = 'status-page';

/**
 * By what an audience is told first: by what it was told last, else by the public page where it is one of its readers, else
 * by the first that is meant for it; what does not work comes after what does.
 */
export function firstOutlet<
  A,
  O extends { readonly key: string; readonly audiences: readonly A[]; readonly down: readonly unknown[] },
>(outlets: readonly O[], audience: A, last?: string): O | undefined {
  const rank = ({ key, audiences, down }: O): number =>
    (down.length > 0 ? 8 : 0) +
    (key === last ? 0 : !audiences.includes(audience) ? 4 : key === STATUS_PAGE ? 1 : 2);
  return outlets.toSorted((a, b) => rank(a) - rank(b))[0];
}
