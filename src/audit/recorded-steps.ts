import { z } from "zod";
import type { RecordLine } from "../db/record-line.js";
import type { RowFinding } from "./finding.js";

/** What the executive's desk was, as the record says: from this line on. */
export type Hands = { readonly who: string | null; readonly account: string | null };

export type RecordedApproval = {
  readonly seq: number;
  /** A pseudonym. */
  readonly who: string | null;
  readonly approval: string;
  readonly digest: string;
  readonly post: string;
  /** Null: no line before told who sits at the desk. */
  readonly hands: Hands | null;
};

/** What happened to a post, in the order it was written. */
export type RecordedStep =
  | { readonly kind: "attempted"; readonly seq: number; readonly part: string; readonly approval: string }
  | {
      readonly kind: "outcome";
      readonly seq: number;
      readonly outcome: string;
      readonly xPost: string | null;
    }
  | { readonly kind: "taking_down"; readonly seq: number };

export type RecordedRevision = { readonly seq: number; readonly revision: string; readonly digest: string };

const id = z.string();
const shapes = {
  approved: z.object({ approval: id, digest: id, post: id }),
  revised: z.object({ revision: id, digest: id }),
  attempted: z.object({ post: id, part: id, approval: id }),
  outcome: z.object({ post: id, outcome: z.string(), xPost: id.nullish() }),
  ofPost: z.object({ post: id }),
  desk: z.object({ account: id.nullish() }),
};

/** Gathers, line by line, what the record says about approvals and posts. Kinds of line it does not know are let by. */
export function gatherSteps() {
  const approvals: RecordedApproval[] = [];
  const revisions: RecordedRevision[] = [];
  const steps = new Map<string, RecordedStep[]>();
  const findings: RowFinding[] = [];
  let hands: Hands | null = null;
  const step = (post: string, taken: RecordedStep) => {
    const before = steps.get(post);
    if (before) before.push(taken);
    else steps.set(post, [taken]);
  };

  const readers = new Map<string, (line: RecordLine, about: unknown) => void>([
    [
      "approved",
      ({ seq, who }, about) => approvals.push({ seq, who, ...shapes.approved.parse(about), hands }),
    ],
    ["revised", ({ seq }, about) => revisions.push({ seq, ...shapes.revised.parse(about) })],
    [
      "attempted",
      ({ seq }, about) => {
        const { post, part, approval } = shapes.attempted.parse(about);
        step(post, { kind: "attempted", seq, part, approval });
      },
    ],
    [
      "outcome",
      ({ seq }, about) => {
        const { post, outcome, xPost } = shapes.outcome.parse(about);
        step(post, { kind: "outcome", seq, outcome, xPost: xPost ?? null });
      },
    ],
    [
      "cancelled",
      ({ seq }, about) =>
        step(shapes.ofPost.parse(about).post, { kind: "outcome", seq, outcome: "cancelled", xPost: null }),
    ],
    ["taking_down", ({ seq }, about) => step(shapes.ofPost.parse(about).post, { kind: "taking_down", seq })],
    [
      "desk_changed",
      ({ who }, about) => {
        hands = { who, account: shapes.desk.parse(about).account ?? null };
      },
    ],
  ]);

  return {
    approvals,
    revisions,
    /** By post. */
    steps: steps as ReadonlyMap<string, readonly RecordedStep[]>,
    findings,
    read(line: RecordLine): void {
      try {
        readers.get(line.kind)?.(line, JSON.parse(line.about));
      } catch {
        findings.push({ on: "line", id: String(line.seq), wrong: "unreadable" });
      }
    },
  };
}

export type RecordedSteps = Omit<ReturnType<typeof gatherSteps>, "read">;
