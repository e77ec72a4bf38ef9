import type { House } from "../../story/start-house.js";
import type { Create } from "./evidence.js";
import type { CardBook } from "./follow-cards.js";

/** Every request for a post that reached X, and what her card said at that moment. */
export function followCreates({ x }: House, book: CardBook): { all(): Create[]; close(): void } {
  const witnessed: boolean[] = [];
  const creates = () => x.calls.filter(({ method, path }) => method === "POST" && path === "/2/tweets");
  const note = (): void => {
    for (const { body } of creates().slice(witnessed.length)) {
      const text = textOf(body);
      witnessed.push(
        book.stories.some((story) => {
          const face = book.faceOf(story);
          return face.kind === "posting" && face.text === text;
        }),
      );
    }
  };
  const stop = x.watch(note);
  return {
    all: () =>
      creates().map(({ body, at, status }, index) => ({
        text: textOf(body),
        at,
        status,
        witnessed: witnessed[index] ?? false,
      })),
    close: stop,
  };
}

/** Whatever else was sent is a text nobody pressed on. */
function textOf(body: unknown): string {
  const text = (body as { text?: unknown } | null)?.text;
  return typeof text === "string" ? text : JSON.stringify(body);
}
