import type { Publish } from "../flows/ports.js";
import type { X } from "./connect-to-x.js";

/**
 * The one way a text reaches X: the part of a sealed approval, called once. Throws, before anything is sent, when
 * the part is not word for word what was approved: that is a bug or a forged row, never a person's doing.
 */
export function publishToX(x: Pick<X, "create">): Publish {
  return async (approval, part) => {
    if (part.text !== approval.text) throw new Error("the part's text is not the approved text");
    return x.create(part.text, approval.accountId);
  };
}
