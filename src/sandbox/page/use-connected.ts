import { useSyncExternalStore } from "react";
import { isConnected, onChange } from "./changes.js";

export function useConnected(): boolean {
  return useSyncExternalStore(onChange, isConnected);
}
