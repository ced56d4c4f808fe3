/** Which of these paths leads to where one is: the longest that is the way there, whole steps only. */
export function litPath(pathname: string, paths: readonly string[]): string | undefined {
  const leading = paths.filter((path) => pathname === path || pathname.startsWith(`${path}/`));
  return leading.sort((a, b) => b.length - a.length)[0];
}
