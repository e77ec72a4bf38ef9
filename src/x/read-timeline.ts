import { z } from "zod";
import type { Instant, XPostId } from "../core/ids.js";
import type { Look, TimelinePost } from "../flows/ports.js";
import { sayNoAnswer, type XAnswer, xId } from "./read-x-answer.js";

const post = z.object({
  id: xId,
  text: z.string(),
  created_at: z.iso.datetime({ offset: true }).optional().catch(undefined),
  entities: z
    .object({ urls: z.array(z.object({ url: z.string(), expanded_url: z.string() })).catch([]) })
    .optional()
    .catch(undefined),
});

// X leaves `data` out when there is nothing to show; a page of errors has no `meta` either.
const page = z.union([
  z.object({ data: z.array(z.unknown()) }),
  z.object({ meta: z.object({ result_count: z.literal(0) }) }),
]);

/** Reads her newest posts out of X's answer: t.co expanded, HTML unescaped. A post that cannot be read is left out. */
export function readTimeline(answer: XAnswer): Look {
  if (answer.kind === "no_answer") return { kind: "not_seen", detail: sayNoAnswer(answer) };
  const found = page.safeParse(answer.body);
  if (answer.status !== 200 || !found.success) return { kind: "not_seen", detail: `HTTP ${answer.status}` };
  const items = "data" in found.data ? found.data.data : [];
  const posts = items.map((item) => post.safeParse(item).data).filter((item) => item !== undefined);
  return { kind: "seen", posts: posts.map(asRead) };
}

function asRead({ id, text, created_at, entities }: z.infer<typeof post>): TimelinePost {
  const expanded = new Map((entities?.urls ?? []).map(({ url, expanded_url }) => [url, expanded_url]));
  const words = text
    .replace(/&(amp|lt|gt);/g, (entity) => unescaped[entity] ?? entity)
    .replace(/https?:\/\/t\.co\/\w+/g, (link) => expanded.get(link) ?? link);
  return { id: id as XPostId, text: words, at: created_at ? Date.parse(created_at) : instantOfId(id) };
}

const unescaped: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

/** X's ids carry their time: milliseconds since its own epoch, above 22 bits. */
function instantOfId(id: string): Instant {
  return Number((BigInt(id) >> 22n) + 1_288_834_974_657n);
}
