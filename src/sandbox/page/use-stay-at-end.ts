import { type RefObject, useEffect, useRef } from "react";

const NEAR_PX = 60;

/**
 * Keeps a scrolling list at its end while the reader is there: when messages come, when one grows by an edit or a
 * picture. Whoever has scrolled up is left in peace. Another `key` starts at the end again.
 */
export function useStayAtEnd(key: string): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation starts at its end
  useEffect(() => {
    const box = list.current;
    const content = box?.firstElementChild;
    if (!box || !content) return;
    let atEnd = true;
    const look = (): void => {
      atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX;
    };
    const growing = new ResizeObserver(() => {
      if (atEnd) box.scrollTop = box.scrollHeight;
    });
    growing.observe(content);
    // The room for it changes too: a banner above, a longer draft below.
    growing.observe(box);
    box.addEventListener("scroll", look);
    return () => {
      growing.disconnect();
      box.removeEventListener("scroll", look);
    };
  }, [key]);

  return list;
}
