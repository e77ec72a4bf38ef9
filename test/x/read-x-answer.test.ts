import { describe, expect, it } from "vitest";
import { readXAnswer } from "../../src/x/read-x-answer.js";

const lost = (connected: boolean, code: string | null) =>
  readXAnswer({ kind: "no_answer", connected, code }).kind;

describe("no answer from X", () => {
  it.each(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"])(
    "means not sent for %s without a connection",
    (code) => {
      expect(lost(false, code)).toBe("not_sent");
    },
  );

  it.each(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"])("means unknown for %s once connected", (code) => {
    expect(lost(true, code)).toBe("unknown");
  });

  it.each(["ECONNRESET", "EPIPE", "ETIMEDOUT", "ABORT_ERR", "ERR_INVALID_CHAR", "CERT_HAS_EXPIRED", null])(
    "means unknown for %s, connected or not",
    (code) => {
      expect([lost(true, code), lost(false, code)]).toEqual(["unknown", "unknown"]);
    },
  );
});

describe("an answer from X", () => {
  const answer = (status: number, body: unknown) =>
    readXAnswer({ kind: "answered", status, body, headers: {} });

  it("is published for a status of success and a whole post alone", () => {
    const body = { data: { id: "1", text: "" } };
    for (let status = 100; status < 600; status++)
      expect([status, answer(status, body).kind]).toEqual([
        status,
        status >= 200 && status < 300 ? "published" : "unknown",
      ]);
  });

  it("is refused or limited for 400, 401, 402, 403 and 429 in JSON alone", () => {
    for (let status = 100; status < 600; status++) {
      const { kind } = answer(status, { title: "No" });
      const expected =
        status === 429 ? "rate_limited" : [400, 401, 402, 403].includes(status) ? "refused" : "unknown";
      expect([status, kind]).toEqual([status, expected]);
      expect([status, answer(status, undefined).kind]).toEqual([status, "unknown"]);
    }
  });

  it.each(["", "1".repeat(20), "-1", "1e9", " 1", "1\n"])("has no post when the id is «%s»", (id) => {
    expect(answer(201, { data: { id, text: "a" } }).kind).toBe("unknown");
  });

  it.each([
    [403, "Your account is suspended and is not permitted to access this feature."],
    [403, "To protect our users, this account is temporarily locked."],
    [401, "This application has been suspended."],
  ])("is suspended where X says so: %i, %s", (status, detail) => {
    expect(answer(status, { title: "Forbidden", detail })).toMatchObject({
      kind: "refused",
      refusal: "suspended",
    });
  });

  it("says X's words in one line without control characters", () => {
    expect(
      answer(403, {
        title: "T",
        detail: "a\n\u202Eb\u0000c",
        errors: [{ message: "d" }, { message: 5 }, {}],
      }),
    ).toEqual({
      kind: "refused",
      refusal: "forbidden",
      detail: "a b c d",
    });
  });

  it.each([
    {},
    [],
    { detail: 5, errors: "none" },
    { title: "", detail: " \u202E " },
    { errors: [] },
    { errors: [{}, { message: "" }] },
    { status: 403, type: "about:blank" },
  ])("that gives no reason proves nothing, whatever its status: %j", (body) => {
    for (let status = 100; status < 600; status++)
      expect([status, answer(status, body).kind]).toEqual([status, "unknown"]);
  });
});
