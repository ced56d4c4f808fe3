import { type ComponentType, type ReactNode, use } from 'react';

/** A part of the console that did not arrive: another version is served now, or the network is gone. */
export class PartMissing extends Error {
  /** Makes the next attempt ask for it again. */
  readonly forget: () => void;
  constructor(forget: () => void, cause: unknown) {
    super('a part of the console could not be loaded', { cause });
    this.forget = forget;
  }
}

/** Fetches once, however often it is asked; what failed can be asked for again. */
export function fetchedOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= load().catch((cause: unknown) => {
      throw new PartMissing(() => {
        asked = undefined;
        if (cause instanceof PartMissing) cause.forget();
      }, cause);
    });
    return asked;
  };
}

export interface LazyPart<P> {
  (props: P): ReactNode;
  /** Begins to fetch it; what fails is said where the part is to be shown, which asks once more. */
  readonly preload: () => Promise<void>;
}

type PropsOf<C> = C extends (props: infer P extends object) => ReactNode ? P : never;

const known = new Set<() => Promise<void>>();

/** A component in a file of its own, fetched when it is first shown; unlike React.lazy it can be asked for again. */
export function lazyPart<M, N extends keyof M>(load: () => Promise<M>, name: N): LazyPart<PropsOf<M[N]>> {
  let loaded: ComponentType<PropsOf<M[N]>> | undefined;
  const ask = fetchedOnce(async () => {
    loaded = (await load())[name] as ComponentType<PropsOf<M[N]>>;
    return loaded;
  });
  const preload = async (): Promise<void> => {
    try {
      await ask();
    } catch (error) {
      if (error instanceof PartMissing) error.forget();
    }
  };
  known.add(preload);
  return Object.assign(
    (props: PropsOf<M[N]>): ReactNode => {
      const Shown = loaded ?? use(ask());
      return <Shown {...props} />;
    },
    { preload },
  );
}

/**
 * Fetches, one after the other, whatever has not been shown yet: who stands in an incident when the network goes, or when
 * a new version is put in place, can still open every screen.
 */
export async function fetchTheRest(): Promise<void> {
  // A part that arrives may name further ones: they come at the end of the same set.
  for (const preload of known) await preload();
}
