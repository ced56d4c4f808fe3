import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useSpeech } from '../../language.tsx';
import { BOARD } from './board-words.ts';

/** So long each page of a wall stands: time enough to read it from the back of the room. */
const TURN_MS = 15_000;

/** A wall is read in the dark, whatever whoever hung it up prefers elsewhere. */
export function useWall(wall: boolean): void {
  useEffect(() => {
    if (!wall) return;
    const root = document.documentElement;
    const scheme = root.getAttribute('data-mantine-color-scheme');
    root.setAttribute('data-mantine-color-scheme', 'dark');
    document.body.classList.add('wall');
    return () => {
      document.body.classList.remove('wall');
      if (scheme) root.setAttribute('data-mantine-color-scheme', scheme);
    };
  }, [wall]);
}

/** What fits the screen stands; what does not is on further pages, which are turned by themselves. */
export function WallPages({ children }: { children: ReactNode }) {
  const { say } = useSpeech();
  const holder = useRef<HTMLDivElement>(null);
  const [page, setPage] = useState(0);
  const [pages, setPages] = useState(1);
  useEffect(() => {
    const held = holder.current;
    if (!held) return;
    const count = () =>
      setPages(Math.max(1, Math.ceil((held.scrollWidth - 1) / Math.max(1, held.clientWidth))));
    const watch = new MutationObserver(count);
    watch.observe(held, { childList: true, subtree: true, characterData: true });
    const sizes = new ResizeObserver(count);
    sizes.observe(held);
    return () => {
      watch.disconnect();
      sizes.disconnect();
    };
  }, []);
  useEffect(() => {
    if (pages < 2) return;
    const turning = setInterval(() => setPage((at) => at + 1), TURN_MS);
    return () => clearInterval(turning);
  }, [pages]);
  const shown = page % pages;
  useEffect(() => {
    const held = holder.current;
    if (held) held.scrollLeft = shown * (held.clientWidth + parseFloat(getComputedStyle(held).columnGap));
  }, [shown]);
  return (
    <>
      <div ref={holder} className="wall-pages">
        {children}
      </div>
      {pages > 1 && (
        <div className="wall-page" role="status">
          {say(BOARD.page, { n: shown + 1, of: pages })}
        </div>
      )}
    </>
  );
}
