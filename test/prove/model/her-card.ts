import type { Approval, Card, Database, State } from "./world.js";

type Drawn = Pick<Card, "view" | "about" | "wording" | "account">;

/** What her card says of this database: `slack/render-message.ts` in one word. Null: there is none yet. */
export function drawCard(db: Database, approvals: readonly Approval[]): Drawn | null {
  const { account } = db;
  if (db.suggestion === "shown") return { view: "approve", about: 0, wording: db.newest, account };
  if (db.suggestion === "expired") return { view: "plain", about: 0, wording: db.newest, account };
  if (db.suggestion !== "approved") return null;
  const post = db.posts.at(-1);
  if (!post) return null;
  const wording = approvals[post.approval - 1]?.text ?? 0;
  return { view: viewOf(post), about: post.approval, wording, account };
}

function isCancelled(db: Database, number: number): boolean {
  return db.posts.some(({ approval, state }) => approval === number && state === "cancelled");
}

function viewOf({ state, part, xPost }: Database["posts"][number]): Card["view"] {
  switch (state) {
    case "scheduled":
      return "cancel";
    case "running":
      return "posting";
    case "asking":
      return "ask";
    case "done":
      return part === "published" && xPost > 0 ? "undo" : "plain";
    default:
      return "plain";
  }
}

/** Slack shows the card as the database wants it now: `slack/outbox.ts`. */
export function showCard(state: State): State {
  const { db, backup } = state;
  const drawn = drawCard(db, state.approvals);
  if (!drawn) return { ...state, db: { ...db, owed: false } };
  const to = db.placed ?? db.executive;
  return {
    ...state,
    card: { ...drawn, to, pressed: 0, faked: false },
    db: { ...db, owed: false, placed: to },
    // Drawn over what Slack showed: the newer version is gone.
    ahead: false,
    backup: backup?.changed ? { ...backup, ahead: true } : backup,
    approvals: state.approvals.map((approval, index) =>
      approval.stopped === "yes" && isCancelled(db, index + 1) ? { ...approval, stopped: "told" } : approval,
    ),
  };
}
