import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** A breach in Slack's own manner: `[ERROR] must be less than 76 characters [json-pointer:/blocks/0/text/text]`. */
export function complaint(sentence: string, pointer: string): string {
  return `[ERROR] ${sentence} [json-pointer:${pointer}]`;
}

/** What zod found, said as Slack says it. */
export function complaints(issues: readonly Issue[], under: string): string[] {
  return issues.flatMap((issue) =>
    one(issue, `${under}${issue.path.map((step) => `/${String(step)}`).join("")}`),
  );
}

function one(issue: Issue, pointer: string): string[] {
  switch (issue.code) {
    case "too_big":
      return [complaint(tooBig(issue.origin, Number(issue.maximum)), pointer)];
    case "too_small":
      return [complaint(tooSmall(issue.origin, Number(issue.minimum)), pointer)];
    case "unrecognized_keys":
      return issue.keys.map((key) => complaint(`additional property: ${key}`, pointer));
    case "invalid_type":
      return issue.message.endsWith("received undefined")
        ? [complaint(`missing required field: ${pointer.split("/").at(-1)}`, pointer.replace(/\/[^/]*$/, ""))]
        : [complaint(`must provide a ${issue.expected}`, pointer)];
    case "invalid_union":
      // A union told apart by its type has no nested findings when the type itself is not allowed here.
      return issue.errors.length === 0
        ? [complaint("unsupported type", pointer)]
        : complaints(nearest(issue.errors), pointer);
    case "invalid_value":
      return [complaint(`must be one of: ${issue.values.map(String).join(", ")}`, pointer)];
    default:
      return [complaint(issue.message, pointer)];
  }
}

/** Of several shapes that could have been meant, the one with the fewest faults. */
function nearest(errors: readonly (readonly Issue[])[]): readonly Issue[] {
  return errors.reduce((best, each) => (each.length < best.length ? each : best));
}

function tooBig(origin: string, most: number): string {
  if (origin === "string") return `must be less than ${most + 1} characters`;
  return origin === "array" ? `no more than ${most} items allowed` : `must be at most ${most}`;
}

function tooSmall(origin: string, least: number): string {
  if (origin === "string") return `must be more than ${least - 1} characters`;
  return origin === "array" ? `must have at least ${least} items` : `must be at least ${least}`;
}
