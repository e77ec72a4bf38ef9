import { describe, expect, it } from "vitest";
import { readXAnswer } from "../../src/x/read-x-answer.js";

const lost = (opened: boolean, code: string | null) => readXAnswer({ kind: "no_answer", opened, code }).kind;

describe("no answer from X", () => {
  const causes = [
    // The name, the connection, the handshake, the certificate, the time for any of them, the request itself.
    ...["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH", "EPROTO"],
    ...["ERR_SSL_WRONG_VERSION_NUMBER", "ERR_TLS_CERT_ALTNAME_INVALID", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
    ...["CERT_HAS_EXPIRED", "SELF_SIGNED_CERT_IN_CHAIN", "DEPTH_ZERO_SELF_SIGNED_CERT", "ERR_INVALID_CHAR"],
    ...["ECONNRESET", "EPIPE", "ETIMEDOUT", "ABORT_ERR", null],
  ];

  it.each(causes)("means unknown for %s once the connection stood", (code) => {
    expect(lost(true, code)).toBe("unknown");
  });

  it.each(causes)("means not sent for %s before one stood", (code) => {
    expect(lost(false, code)).toBe("not_sent");
  });
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

  it.each([404, 405, 406, 408, 409, 410, 413, 415, 422, 451, 500, 502, 503, 504, 520, 522, 524, 525])(
    "proves nothing with %i, whoever gives the reason: the state of a create is asked about, never guessed",
    (status) => {
      expect(answer(status, { title: "No", detail: "No such thing." }).kind).toBe("unknown");
    },
  );

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
