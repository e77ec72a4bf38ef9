import type { Defence } from "./defence.js";

const reading = "src/x/read-x-answer.ts";
const read = "test/x/read-x-answer.test.ts";
const asking = "src/x/ask-x.ts";

/** What counts as an answer of X's, and how X is asked. */
export const xAnswers = [
  {
    name: "a 5xx is not a refusal",
    serves: ["T32", "rule 2"],
    file: reading,
    snippet: "if (status !== 400 && status !== 403) return null;",
    instead: "",
    held: { by: [read], named: "is refused or limited for" },
  },
  {
    name: "a refusal is in X's own words, not in a page",
    serves: ["T32", "rule 2"],
    file: reading,
    snippet: "if (words === null) return",
    instead: "if (status === 0 || words === undefined) return",
    held: { by: ["test/x/create.test.ts"], named: "leaves the outcome unknown 40[013] with(out)? a" },
  },
  {
    name: "what carries a post is no refusal",
    serves: ["T32", "rule 2"],
    file: reading,
    snippet: ' || "data" in parsed.data',
    instead: "",
    held: { by: ["test/x/create.test.ts"], named: "403 that carries a post" },
  },
  {
    name: "success is a status of success",
    serves: ["T32", "rule 2"],
    file: reading,
    snippet: "status >= 200 && status < 300 && success.success",
    instead: "status >= 200 && success.success",
    held: { by: [read], named: "is published for a status of success" },
  },
  {
    name: "only a whole id is success",
    serves: ["T32", "rule 2"],
    file: reading,
    snippet: "z.string().regex(/^[0-9]{1,19}$/)",
    instead: "z.string()",
    held: { by: [read], named: "has no post when the id is" },
  },
  {
    name: "once the connection stands, nothing is surely not sent",
    serves: ["T32", "rule 2"],
    file: reading,
    snippet: 'answer.opened ? { kind: "unknown", detail }',
    instead: 'answer.opened && answer.code === null ? { kind: "unknown", detail }',
    held: { by: [read], named: "means unknown for .* once the connection stood" },
  },
  {
    name: "a connection that stands is seen",
    serves: ["T32", "rule 2"],
    file: "src/x/watched-agent.ts",
    snippet: '.once("connect", opened)',
    instead: "",
    held: { by: ["test/x/create.test.ts"], named: "reset" },
  },
  {
    name: "a secure connection that stands is seen",
    serves: ["T32", "rule 2"],
    file: "src/x/watched-agent.ts",
    snippet: '?.once("secureConnect", opened)',
    instead: "",
    held: { by: ["test/x/watched-agent.test.ts"], named: "stands once its handshake is done" },
  },
  {
    name: "every call to X has an end",
    serves: ["T32"],
    file: asking,
    snippet: "requestOptions.signal = AbortSignal.timeout(deadlineMs);",
    instead: "",
    held: { by: ["test/x/deadline.test.ts"], named: "ends in its time though X" },
  },
  {
    name: "answers come uncompressed, so that none ends the process",
    serves: ["T32"],
    file: asking,
    snippet: "compression: false",
    instead: "compression: true",
    held: { by: ["test/x/create.test.ts"], named: "with exactly the text, uncompressed" },
  },
  {
    name: "a post that X does not know is taken down",
    serves: ["rule 5"],
    file: "src/x/take-down-from-x.ts",
    snippet: 'if (status === 404) return { kind: "deleted" };',
    instead: "",
    held: { by: ["test/x/take-down-from-x.test.ts"], named: "is done by 404" },
  },
  {
    name: "taken down is only what X says is deleted",
    serves: ["T32", "rule 5"],
    file: "src/x/take-down-from-x.ts",
    snippet: " && deleted.safeParse(body).success",
    instead: "",
    held: { by: ["test/x/take-down-from-x.test.ts"], named: "is not sure after 20" },
  },
] as const satisfies readonly Defence[];
