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

export interface LazyPart<P> {
  (props: P): ReactNode;
  /** The router begins with it before it turns the page; what fails is said where the part is to be shown. */
  readonly preload: () => Promise<void>;
}

type PropsOf<C> = C extends (props: infer P extends object) => ReactNode ? P : never;

/** A component in a file of its own, fetched when it is first shown; unlike React.lazy it can be asked for again. */
export function lazyPart<M, N extends keyof M>(load: () => Promise<M>, name: N): LazyPart<PropsOf<M[N]>> {
  type Part = ComponentType<PropsOf<M[N]>>;
  let loaded: Part | undefined;
  let asked: Promise<Part> | undefined;
  const forget = () => {
    asked = undefined;
  };
  const ask = () => {
    asked ??= load().then(
      (file) => {
        loaded = file[name] as Part;
        return loaded;
      },
      (cause: unknown) => {
        throw new PartMissing(forget, cause);
      },
    );
    return asked;
  };
  return Object.assign(
    (props: PropsOf<M[N]>): ReactNode => {
      const Shown = loaded ?? use(ask());
      return <Shown {...props} />;
    },
    {
      preload: () =>
        ask().then(
          () => undefined,
          () => undefined,
        ),
    },
  );
}
