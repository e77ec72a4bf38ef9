const TINTS = ["clay", "moss", "sea", "plum", "sand", "slate"];

/** Initials on a tint of one's own. The app wears its own sign. */
export function Avatar({ id, name, size }: { id: string; name: string; size: "s" | "m" | "l" }) {
  const sum = [...id].reduce((total, letter) => total * 7 + (letter.codePointAt(0) ?? 0), 0);
  const isApp = name === "Firsthand";
  const initials = name
    .split(" ")
    .map((word) => [...word][0] ?? "")
    .slice(0, 2)
    .join("");
  return (
    <span
      className={`avatar ${size} ${isApp ? "app" : (TINTS[sum % TINTS.length] ?? "")}`}
      aria-hidden="true"
    >
      {isApp ? "F" : initials}
    </span>
  );
}
