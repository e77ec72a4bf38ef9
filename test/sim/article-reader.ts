import type { Article, ArticleRead, Unreadable } from "../../src/core/article.js";
import type { ReadArticle } from "../../src/flows/ports.js";
import { type Fault, slowMs } from "./faults.js";
import type { Life } from "./life.js";
import { breaksAt, type World } from "./world.js";

/** What the guarded fetch makes of an answer that broke this way (src/articles/why-unreadable.ts). */
const meanings: Partial<Record<Fault, Unreadable>> = {
  t0: "too_slow",
  t1: "too_slow",
  t2: "too_slow",
  "429": "too_busy",
  "5xx": "server_error",
  bad: "empty_page",
  auth: "needs_sign_in",
};

/** Articles as one process reads them: every link has one, and the way there may break. */
export function readArticleFor(world: World, life: Life): ReadArticle {
  return async (link): Promise<ArticleRead> => {
    const fault = breaksAt(world, { at: "article", step: "preview", call: "read" });
    if (fault === "k2") return life.crash();
    await life.wait(world.dice.between(50, 3_000) + (fault === "slow" ? slowMs : 0));
    if (fault === "k3") return life.crash();
    const why = fault && meanings[fault];
    return why ? { kind: "unreadable", why } : { kind: "read", article: articleAt(link) };
  };
}

function articleAt(link: string): Article {
  return {
    title: `What stands at ${new URL(link).pathname.slice(1)}`,
    site: "Journal",
    author: null,
    publishedAt: null,
    language: "en",
    description: null,
    picture: null,
    canonicalLink: null,
  };
}
