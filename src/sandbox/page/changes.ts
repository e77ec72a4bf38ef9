import type { Changed } from "../stage/stage-api.js";

type Listener = (what: Changed | "connection") => void;

const listeners = new Set<Listener>();
let connected = true;

const source = new EventSource("/api/changes");
source.onmessage = (event) => tell(event.data as Changed);
source.onopen = () => setConnected(true);
source.onerror = () => setConnected(false);

/** Calls back when something changed on the other side, and when the line to it is lost or found again. */
export function onChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** False while the sandbox cannot be reached. */
export function isConnected(): boolean {
  return connected;
}

function setConnected(now: boolean): void {
  if (connected === now) return;
  connected = now;
  tell("connection");
}

function tell(what: Changed | "connection"): void {
  for (const listener of listeners) listener(what);
}
