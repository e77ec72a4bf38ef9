import { describe, expect, it } from "vitest";
import { type Agreed, seal, sealKey } from "../../src/core/approval.js";
import type { Part } from "../../src/core/post.js";
import { publishToX } from "../../src/x/publish-to-x.js";
import { farEnd, json, xAt } from "./far-end.js";

const agreed = { id: "a", text: "Bravo à tous", media: [], postAt: 0 } as unknown as Agreed;
const approval = seal(agreed, [sealKey(Buffer.alloc(32, "root of the test"))]);
const part = { id: "p", text: "Bravo à tous", position: 0, state: "publishing" } as unknown as Part;

describe("publishing", () => {
  it("creates the approved text once and hands X's answer on", async () => {
    const end = await farEnd(json(201, { data: { id: "19", text: "Bravo à tous" } }));
    const answer = await publishToX(xAt(end.url))(approval, part);
    await end.close();
    expect(answer).toEqual({ kind: "published", xPostId: "19", storedText: "Bravo à tous" });
    expect(end.arrived.map((request) => JSON.parse(request.body))).toEqual([{ text: "Bravo à tous" }]);
  });

  it.each(["Bravo à toutes", "Bravo a\u0300 tous", "Bravo à tous ", ""])(
    "refuses the text «%s» that was not approved, before anything is sent, without telling it",
    async (text) => {
      const end = await farEnd(json(201, { data: { id: "19", text } }));
      const attempt = publishToX(xAt(end.url))(approval, { ...part, text });
      await expect(attempt).rejects.toThrow("the part's text is not the approved text");
      await end.close();
      expect(end.connections()).toBe(0);
    },
  );
});
