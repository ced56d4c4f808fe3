interface Membership {
  readonly orgId: string;
  readonly name: string;
  readonly demo: boolean;
}

/** Which of the demonstration's two organisations one is in, the operator being the first, and which is the other. */
export function demoPlace(
  here: Membership,
  memberships: readonly Membership[],
): { isOperator: boolean; other: Membership } | undefined {
  if (!here.demo) return undefined;
  const demos = memberships.filter(({ demo }) => demo);
  const other = demos.find(({ orgId }) => orgId !== here.orgId);
  return other && { isOperator: demos[0]?.orgId === here.orgId, other };
}
