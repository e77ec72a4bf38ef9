import { describe, expect, test } from "vitest";
import { parsePostingHours } from "../../src/core/posting-hours.js";
import { mostTimes, readTimes, writeTime } from "../../src/core/read-times.js";
import { writePostingHours } from "../../src/core/write-posting-hours.js";

describe("times of a day", () => {
  test.each([
    ["8:00, 12:30, 17:30", [480, 750, 1050]],
    ["17h30 8h", [480, 1050]],
    ["9;09:00\n9.00", [540]],
    ["0:00,23:59", [0, 1439]],
    ["", []],
    [" , ; ", []],
  ])("«%s» are read in order, each once", (typed, times) => {
    expect(readTimes(typed)).toEqual({ kind: "times", times });
  });
  test.each(["24:00", "8:60", "noon", "8:5", "123", "-1", "8:00pm"])("«%s» is none", (word) => {
    expect(readTimes(`8:00, ${word}`)).toEqual({ kind: "not_a_time", word });
  });
  test("more than a habit can have are too many", () => {
    const typed = Array.from({ length: mostTimes + 1 }, (_, hour) => String(hour)).join(" ");
    expect(readTimes(typed)).toEqual({ kind: "too_many" });
  });
  test("are written with two digits each", () => {
    expect([0, 485, 1439].map(writeTime)).toEqual(["00:00", "08:05", "23:59"]);
  });
});

test.each(["always", "Mon-Fri 08:00-20:00", "Sun,Tue,Thu 00:00-24:00", "Sat 09:30-09:31"])(
  "her hours «%s» are read as they are written",
  (text) => {
    const hours = parsePostingHours(text) ?? expect.unreachable("not hours");
    expect(parsePostingHours(writePostingHours(hours))).toEqual(hours);
  },
);
