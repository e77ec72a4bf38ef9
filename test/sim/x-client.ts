import type { CreateAnswer, LookAtTimeline, Publish } from "../../src/flows/ports.js";
import type { WhoAmI } from "../../src/x/connect-to-x.js";
import { lookAtTimeline } from "../../src/x/look-at-timeline.js";
import { publishToX } from "../../src/x/publish-to-x.js";
import { readXAnswer, type XAnswer } from "../../src/x/read-x-answer.js";
import { checkCall } from "./check-call.js";
import { answered, created, problem } from "./far-x.js";
import { type Fault, slowMs } from "./faults.js";
import type { Life } from "./life.js";
import { botNow, breaksAt, type World } from "./world.js";

/** X in one process's hands: the product's own reading of its answers over a far end that may break in between. */
export type XClient = {
  readonly publish: Publish;
  readonly look: LookAtTimeline;
  whoAmI(): Promise<WhoAmI>;
  remove(id: string): Promise<XAnswer>;
};

const deadlineMs = 15_000;
const silence: XAnswer = { kind: "no_answer", opened: true, code: "ABORT_ERR" };
const unreachable: XAnswer = { kind: "no_answer", opened: false, code: "ECONNREFUSED" };

export function xClient(world: World, life: Life): XClient {
  return {
    publish: (approval, part) => {
      const call = { approval: approval.id, post: part.postId, at: botNow(world) };
      world.calls.push(call);
      checkCall(world, call);
      const create = (text: string): Promise<CreateAnswer> => ask(text, approval.id, world, life);
      return publishToX({ create })(approval, part);
    },
    look: async (_account, since) => {
      await life.wait(world.dice.between(20, 400));
      const fault = breaksAt(world, { at: "x", step: "confirm", call: "timeline" });
      if (fault === "k2" || fault === "k3") return life.crash();
      if (fault === "slow") await life.wait(slowMs);
      if (fault?.startsWith("t")) await life.wait(deadlineMs);
      return lookAtTimeline(async () =>
        fault && fault !== "slow" ? broken(fault, world) : world.x.timeline(since),
      );
    },
    async remove(id) {
      await life.wait(world.dice.between(20, 400));
      const fault = breaksAt(world, { at: "x", step: "other", call: "delete" });
      if (fault === "k2") return life.crash();
      if (fault === "k3" || fault === "t1" || fault === "5xx_done") world.x.remove(id);
      if (fault === "k3") return life.crash();
      if (fault?.startsWith("t")) await life.wait(deadlineMs);
      return fault ? broken(fault, world) : world.x.remove(id);
    },
    async whoAmI() {
      await life.wait(world.dice.between(20, 400));
      const fault = breaksAt(world, { at: "x", step: "account", call: "whoAmI" });
      if (fault === "k2" || fault === "k3") return life.crash();
      if (fault)
        return {
          kind: "failed",
          detail: `fault ${fault}`,
          permanent: fault === "auth",
          rejected: fault === "auth",
        };
      return { kind: "account", account: world.account };
    },
  };
}

async function ask(text: string, approval: string, world: World, life: Life): Promise<CreateAnswer> {
  const { dice, time, x } = world;
  world.trace(() => `  call to X for approval ${approval.slice(-4)}`);
  const fault = breaksAt(world, { at: "x", step: "publish", call: "create" });
  if (fault === "k2") return life.crash();
  await life.wait(dice.between(20, 800));
  const effect = () => {
    world.trace(() => `  it stands on X (approval ${approval.slice(-4)})`);
    return x.create(text, approval);
  };
  if (fault === "k3") {
    effect();
    return life.crash();
  }
  if (fault === "t1" || fault === "5xx_done" || fault === "bad_done") effect();
  if (fault === "t2") {
    world.late.add(approval);
    time.later(deadlineMs + dice.between(500, 90_000), effect);
  }
  if (fault === "slow") await life.wait(slowMs);
  else if (fault) {
    await life.wait(fault.startsWith("t") ? deadlineMs : dice.between(5, 300));
    return readXAnswer(broken(fault, world));
  }
  const duplicate = world.settings.refusesDuplicates && x.isDuplicate(text);
  const answer = duplicate
    ? problem(403, "You are not allowed to create a Tweet with duplicate content.")
    : created(effect());
  await life.wait(dice.between(5, 300));
  return readXAnswer(answer);
}

/** What the wire shows when it breaks this way. */
function broken(fault: Fault, { dice, time, settings }: World): XAnswer {
  switch (fault) {
    case "not_sent":
      return unreachable;
    case "429": {
      const reset = Math.ceil((time.now() + dice.pick(settings.resetsAfterMs)) / 1000);
      return problem(429, "Too Many Requests", {
        "x-rate-limit-remaining": "0",
        "x-rate-limit-reset": String(reset),
      });
    }
    case "5xx":
    case "5xx_done":
      return problem(503, "Service Unavailable");
    case "bad":
    case "bad_done":
      return answered(200, undefined);
    case "auth":
      return problem(401, "Unauthorized");
    case "refused":
      return problem(403, "You are not permitted to perform this action.");
    default:
      return silence;
  }
}
