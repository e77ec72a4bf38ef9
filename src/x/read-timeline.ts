import { z } from "zod";
import type { Instant, XPostId } from "../core/ids.js";
import type { TimelinePost } from "../flows/ports.js";
import { sayNoAnswer, type XAnswer, xId } from "./read-x-answer.js";

/** One page of her timeline. */
export type TimelinePage =
  | {
      readonly kind: "page";
      readonly posts: readonly TimelinePost[];
      /** False: something on this page could not be read, or X did not say whether another follows. */
      readonly whole: boolean;
      /** The token of the page that follows; null where none does. */
      readonly next: string | null;
    }
  | { readonly kind: "no_page"; readonly detail: string };

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
const following = z.object({ meta: z.object({ next_token: z.string().min(1).optional() }) });

/** Reads her posts out of X's answer: t.co expanded, HTML unescaped. A post that cannot be read is left out. */
export function readTimeline(answer: XAnswer): TimelinePage {
  if (answer.kind === "no_answer") return { kind: "no_page", detail: sayNoAnswer(answer) };
  const found = page.safeParse(answer.body);
  if (answer.status !== 200 || !found.success) return { kind: "no_page", detail: `HTTP ${answer.status}` };
  const items = "data" in found.data ? found.data.data : [];
  const posts = items.map((item) => post.safeParse(item).data).filter((item) => item !== undefined);
  const next = following.safeParse(answer.body);
  return {
    kind: "page",
    posts: posts.map(asRead),
    whole: next.success && posts.length === items.length,
    next: next.data?.meta.next_token ?? null,
  };
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
