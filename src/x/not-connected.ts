import type { X } from "./connect-to-x.js";

/** X while no account is connected: it says so, and nothing is ever sent. */
export function notConnected(): X {
  const detail = "no X account is connected";
  return {
    whoAmI: async () => ({ kind: "failed", detail, permanent: true, rejected: true }),
    create: async () => ({ kind: "refused", refusal: "not_connected", detail }),
    remove: async () => ({ kind: "answered", status: 401, body: { title: detail }, headers: {} }),
    timeline: async () => ({ kind: "not_seen", detail }),
  };
}
