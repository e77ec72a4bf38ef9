import { createContext, useContext } from "react";
import type { SeenConversation, SeenPerson } from "../slack/hands.js";

/** Through whose eyes the page looks: language, clock, the names she knows, and what she can see here. */
export type Reader = {
  person: SeenPerson;
  people: readonly SeenPerson[];
  conversations: readonly SeenConversation[];
  /** Shows what a link leads to when that is on this page; false when it is elsewhere. */
  showHere: (url: string) => boolean;
};

export const ReaderContext = createContext<Reader | null>(null);

export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  if (reader === null) throw new Error("nobody reads here");
  return reader;
}
