import type { PayloadKind } from "./faults.js";

/** What became of one payload sent to the app. */
export type Delivered =
  | { kind: "acked"; ms: number; body: unknown }
  | { kind: "late"; ms: number }
  | { kind: "unreachable"; ms: number }
  | { kind: "refused"; ms: number; status: number };

export type Retry = { attempt: number; reason: string };

/** One way to the app: sockets the app opened, or signed requests to its address. */
export type Transport = {
  send(kind: PayloadKind, payload: unknown, retry?: Retry): Promise<Delivered>;
  close(): Promise<void>;
};
