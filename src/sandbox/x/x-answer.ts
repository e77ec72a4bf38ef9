/** What X would answer, before any fault spoils it. Header names are lower case. */
export type XAnswer = {
  status: number;
  headers: Record<string, string>;
  body: string;
};

/** A JSON answer as X writes it. */
export function jsonAnswer(status: number, content: unknown): XAnswer {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify(content),
  };
}

/** A path X does not know: 404 without a body (xdevplatform/docs#395). */
export const unknownPath: XAnswer = { status: 404, headers: {}, body: "" };
