import { useEffect, useRef } from "react";
import type { FillValue } from "../slack/hands.js";
import { act } from "./act.js";

export type Fill = (blockId: string, actionId: string, value: FillValue) => void;

const PAUSE_MS = 120;

/**
 * Carries what is typed in a form over to Slack: in order, a short while after the last key, and whole before the form
 * is sent (`settle`).
 */
export function useFormFill(user: string, viewId: string): { fill: Fill; settle: () => Promise<void> } {
  const waiting = useRef(new Map<string, { blockId: string; actionId: string; value: FillValue }>());
  const sending = useRef<Promise<void>>(Promise.resolve());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function send(): Promise<void> {
    clearTimeout(timer.current);
    const batch = [...waiting.current.values()];
    waiting.current.clear();
    sending.current = sending.current.then(async () => {
      for (const each of batch) {
        // What Slack says to a keystroke (the app did not answer it) is shown when the form is sent, not before.
        await act({ act: "fill", user, viewId, ...each }).catch(() => undefined);
      }
    });
    return sending.current;
  }

  useEffect(() => () => clearTimeout(timer.current), []);

  return {
    fill(blockId, actionId, value) {
      waiting.current.set(`${blockId} ${actionId}`, { blockId, actionId, value });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(), PAUSE_MS);
    },
    settle: send,
  };
}
