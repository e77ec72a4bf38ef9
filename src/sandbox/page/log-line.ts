/** A line of the bot's JSON log, shorter to read: `09:51:36 started mode=socket`. Any other line stays as it is. */
export function logLine(line: string): string {
  const fields = readFields(line);
  if (fields === null) return line;
  const { time, event, level, ...rest } = fields;
  const words = [typeof time === "string" ? time.slice(11, 19) : "", level === "info" ? "" : level, event];
  const facts = Object.entries(rest).map(([name, value]) => `${name}=${plain(value)}`);
  return [...words.map(plain), ...facts].filter(Boolean).join(" ");
}

function readFields(line: string): Record<string, unknown> | null {
  if (!line.startsWith("{")) return null;
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return null;
  }
}

function plain(value: unknown): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
