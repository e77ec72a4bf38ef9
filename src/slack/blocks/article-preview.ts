import type { KnownBlock } from "@slack/types";
import type { ArticleRead, LinkRefusal } from "../../core/article.js";
import type { Words } from "../../i18n/words.js";
import { articleBlocks } from "./article-blocks.js";
import { context, section } from "./block-parts.js";
import { livePlaces, placed } from "./form-parts.js";

/** What the form shows below a link. */
export type Preview =
  | { readonly kind: "empty" }
  | { readonly kind: "reading" }
  | { readonly kind: "refused"; readonly why: LinkRefusal }
  /** Something failed on our side. */
  | { readonly kind: "failed" }
  /** `repeat`: a sentence about the same article suggested before. */
  | {
      readonly kind: "looked";
      readonly link: string;
      readonly read: Exclude<ArticleRead, { kind: "refused" }>;
      readonly repeat: string | null;
    };

/** The article as it was read, with its picture; `plainer` without, where Slack cannot fetch it. */
export function articlePreview(
  preview: Preview,
  zone: string,
  words: Words,
): { readonly blocks: readonly KnownBlock[]; readonly plainer?: readonly KnownBlock[] } {
  const here = (...blocks: KnownBlock[]) => placed(livePlaces.article, blocks);
  const say = words.suggesting.preview;
  switch (preview.kind) {
    case "empty":
      return { blocks: here(context(say.empty)) };
    case "reading":
      return { blocks: here(context(say.reading)) };
    case "refused":
      return { blocks: here(section(say.refused(preview.why))) };
    case "failed":
      return { blocks: here(context(say.failed)) };
    case "looked": {
      const { link, read, repeat } = preview;
      const shown =
        read.kind === "read"
          ? { link, article: read.article, unreadable: null }
          : { link, article: null, unreadable: read.why };
      const after = [
        ...(read.kind === "read" ? [] : [context(say.unread)]),
        ...(repeat === null ? [] : [section(repeat)]),
      ];
      const whole = here(...articleBlocks(shown, zone, words, "with_picture"), ...after);
      const plainer = here(...articleBlocks(shown, zone, words, "without_picture"), ...after);
      return { blocks: whole, plainer };
    }
    default:
      return preview satisfies never;
  }
}
