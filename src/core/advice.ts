import type { PostingHours } from "./posting-hours.js";
import type { Profile } from "./profile.js";

/** What honest people would tell her after her answers, in this order. */
export const advices = [
  "stay_off",
  "prepare_answer",
  "answer_openly",
  "expect_replies",
  "choose_hours",
  "name_subjects",
  "name_never_answer",
  "say_challenge",
  "ready",
] as const;
export type Advice = (typeof advices)[number];

/** At least one. @param hours when her cards come, as she chose or as set up */
export function adviceFor(profile: Profile, hours: PostingHours): readonly Advice[] {
  const open = profile.reproach !== "";
  const { challenge } = profile;
  // Who takes no challenge and is open to reproach is not helped by anything but silence.
  if (open && challenge === "none") return ["stay_off"];
  const given: Record<Exclude<Advice, "stay_off" | "ready">, boolean> = {
    prepare_answer: open && challenge !== "plenty",
    answer_openly: open && challenge === "plenty",
    expect_replies: !open && (challenge === "none" || challenge === "little"),
    choose_hours: hours.kind === "always",
    name_subjects: profile.subjects.length === 0,
    name_never_answer: profile.neverAnswer === "",
    say_challenge: challenge === null,
  };
  const advice = advices.filter((each) => each !== "stay_off" && each !== "ready" && given[each]);
  return advice.length > 0 ? advice : ["ready"];
}
