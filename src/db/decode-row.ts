import { z } from "zod";

/** A text column whose noun is branded: an id of ours, of Slack, of X, or a digest. */
export function textAs<T extends string>(): z.ZodType<T> {
  return z.custom<T>((value) => typeof value === "string");
}

/** A column of JSON text. */
export function jsonText<T>(content: z.ZodType<T>) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        // The parser's own message quotes the text, which may be a draft.
        context.addIssue({ code: "custom", message: "not JSON" });
        return z.NEVER;
      }
    })
    .pipe(content);
}

/** Row → noun. Throws an error that names the table and its columns, never what they hold. */
export function rowDecoder<T>(table: string, row: z.ZodType<T>): (found: unknown) => T {
  return (found) => {
    const read = row.safeParse(found);
    if (read.success) return read.data;
    const columns = read.error.issues.map((issue) => issue.path.join(".")).join(", ");
    throw new Error(`a row of the table ${table} cannot be read: ${columns}`);
  };
}
