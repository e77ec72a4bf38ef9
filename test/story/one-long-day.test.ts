import { describe } from "vitest";
import { rewriteAndSchedule } from "./rewrite-and-schedule.js";
import { storiesIn } from "./story-telling.js";
import { suggestBadly } from "./suggest-badly.js";
import { xRefusesOrIsSilent } from "./x-refuses-or-is-silent.js";

// One bot lives through all of it, posting at once: what a story leaves behind, the next one finds.
const story = storiesIn({ env: { HOLD_SECONDS: "0" } });

describe("suggesting badly, and who may", () => suggestBadly(story));
describe("her own words, and her own time", () => rewriteAndSchedule(story));
describe("X refuses, or does not answer", () => xRefusesOrIsSilent(story));
