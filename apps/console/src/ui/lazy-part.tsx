import { type ComponentType, createElement, type ReactNode, use } from 'react';

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

/** A component in a file of its own, fetched when it is first shown; unlike React.lazy it can be asked for again. */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>): LazyPart<P> {
  let loaded: ComponentType<P> | undefined;
  let asked: Promise<ComponentType<P>> | undefined;
  const forget = () => {
    asked = undefined;
  };
  const ask = () => {
    asked ??= load().then(
      (part) => {
        loaded = part;
        return part;
      },
      (cause: unknown) => {
        throw new PartMissing(forget, cause);
      },
    );
    return asked;
  };
  return Object.assign((props: P): ReactNode => createElement(loaded ?? use(ask()), props), {
    preload: () =>
      ask().then(
        () => undefined,
        () => undefined,
      ),
  });
}
