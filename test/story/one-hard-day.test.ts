import { describe } from "vitest";
import { fullDisk } from "./full-disk.js";
import { stolenToken } from "./stolen-token.js";
import { storiesIn } from "./story-telling.js";
import { unknownOutcomes } from "./unknown-outcomes.js";
import { wrongClock } from "./wrong-clock.js";

// One bot lives through all of it, as through one-long-day.test.ts.
const story = storiesIn();

describe("a stolen token", () => stolenToken(story));
describe("outcomes nobody knows", () => unknownOutcomes(story));
describe("a clock that is wrong", () => wrongClock(story));
describe("a disk that is full", () => fullDisk(story));
