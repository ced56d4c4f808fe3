export declare const ALLOWED: ReadonlySet<string>;
export declare function isAllowed(expression: string): boolean;
export declare function refused(lock: {
  readonly packages: Readonly<Record<string, { readonly license?: string }>>;
}): string[];
