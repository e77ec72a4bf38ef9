import { cleanLink } from "../core/clean-link.js";
import type { Desk } from "../core/desk.js";
import type { SlackUserId } from "../core/ids.js";
import { needDesk } from "../flows/need-desk.js";
import type { Words } from "../i18n/words.js";
import { articlePreview, type Preview } from "./blocks/article-preview.js";
import { livePlaces } from "./blocks/form-parts.js";
import type { BotNeeds } from "./bot-needs.js";
import type { Typing } from "./draft-counter.js";
import { wordsOf } from "./reader-words.js";
import type { FormRedrawer } from "./redraw-form.js";
import { sayRepeat } from "./say-repeat.js";

type Needs = Pick<BotNeeds, "store" | "people" | "checkLink" | "readArticle" | "typingRestMs" | "log">;

/** Reads the article of a link while somebody fills in the form. */
export type LinkPreview = {
  /** @param restMs how long the link must have rested */
  look(viewId: string, user: SlackUserId, link: string, restMs: number): void;
};

type Looking = { link: string; timer: NodeJS.Timeout | null; busy: boolean };

/** At most one reading of a form at a time, and the newest link wins: what was read of an older one is not shown. */
export function previewLinks(needs: Needs, forms: FormRedrawer): LinkPreview {
  const open = new Map<string, Looking>();

  async function work(viewId: string, user: SlackUserId, looking: Looking): Promise<void> {
    looking.busy = true;
    let done: string | null = null;
    while (done !== looking.link && looking.timer === null) {
      done = looking.link;
      await show(viewId, user, done);
    }
    looking.busy = false;
    if (looking.timer === null) open.delete(viewId);
  }

  async function show(viewId: string, user: SlackUserId, link: string): Promise<void> {
    const [words, desk] = await Promise.all([wordsOf(user, needs), needDesk(needs.store)]);
    const put = async (preview: Preview) => {
      if (open.get(viewId)?.link !== link) return;
      await forms.put(viewId, livePlaces.article, articlePreview(preview, desk.homeZone, words));
    };
    if (link === "") return put({ kind: "empty" });
    const refusal = needs.checkLink(link);
    if (refusal) return put({ kind: "refused", why: refusal });
    const looked = lookAt(link, { user, desk, words }).catch(() => {
      needs.log("failed", { where: "link_preview" });
      return { kind: "failed" } as const;
    });
    await put({ kind: "reading" });
    await put(await looked);
  }

  type Reader = { readonly user: SlackUserId; readonly desk: Desk; readonly words: Words };

  async function lookAt(link: string, { user, desk, words }: Reader): Promise<Preview> {
    const read = await needs.readArticle(link);
    if (read.kind === "refused") return { kind: "refused", why: read.why };
    const canonical = read.kind === "read" ? read.article.canonicalLink : null;
    const links = [link, ...(canonical === null ? [] : [canonical])].map(cleanLink);
    const newest = await needs.store.newestLinked(links);
    const repeat = newest && (await sayRepeat(newest, user, desk, words, needs.store));
    return { kind: "looked", link, read, repeat };
  }

  return {
    look(viewId, user, link, restMs) {
      const looking = open.get(viewId) ?? { link, timer: null, busy: false };
      open.set(viewId, looking);
      looking.link = link;
      if (looking.timer) clearTimeout(looking.timer);
      looking.timer = setTimeout(() => {
        looking.timer = null;
        if (looking.busy) return;
        work(viewId, user, looking).catch(() => {
          needs.log("failed", { where: "link_preview" });
          open.delete(viewId);
        });
      }, restMs).unref();
    },
  };
}

/** A keystroke in the field of the link. */
export function linkTyped(needs: Needs, forms: FormRedrawer, preview: LinkPreview) {
  return async ({ ack, body }: Typing): Promise<void> => {
    await ack();
    const { view } = body;
    const action = body.actions[0];
    if (!view || action?.type !== ("url_text_input" as string)) return;
    forms.seen(view);
    const { value } = action as { readonly value?: string | null };
    preview.look(view.id, body.user.id as SlackUserId, (value ?? "").trim(), needs.typingRestMs);
  };
}
