/** A letter in a link that can be taken for another. `index` counts UTF-16 units. */
export type LookAlike = { readonly index: number; readonly codePoint: number };

// What may stand in a host, dots of all kinds included; whether it is one is asked of the whole.
const hosts = /(?<scheme>https?:\/\/)?(?<host>[\p{L}\p{M}\p{N}_.:@\u3002\uFF0E\uFF61-]+)/giu;

const between = /[.:@\u3002\uFF0E\uFF61]/u;
const labelOrDot = /[^.:@\u3002\uFF0E\uFF61]+|[\u3002\uFF0E\uFF61]/gu;

const scripts = [
  "Latin",
  "Cyrillic",
  "Greek",
  "Armenian",
  "Georgian",
  "Cherokee",
  "Hebrew",
  "Arabic",
  "Thai",
].map((name) => new RegExp(`\\p{Script=${name}}`, "u"));

// Letters that pass for Latin ones. A label made of nothing else reads as another word (Unicode TS 39, whole-script).
const passesForLatin = /^[аԁеһіјӏорԛѕԝхуԍѵαινορυτκχօոսհցզյ\d_-]+$/u;

/**
 * Letters in the hosts of links that may be taken for others: compatibility forms (full width, mathematical), Latin
 * letters that are no letter with an accent, scripts mixed with Latin in one label, and foreign labels under a
 * Latin ending that read as Latin throughout.
 */
export function lookAlikes(text: string): readonly LookAlike[] {
  const found: LookAlike[] = [];
  for (const match of text.matchAll(hosts)) {
    const { scheme, host = "" } = match.groups ?? {};
    const labels = host.split(between).filter((label) => !/^\d*$/.test(label));
    const endsLatin = labels.length > 1 && /^[a-z]{2,}$/i.test(labels.at(-1) ?? "");
    if (!scheme && !endsLatin) continue;
    const start = match.index + match[0].length - host.length;
    for (const label of host.matchAll(labelOrDot))
      found.push(...inLabel(label[0], start + label.index, endsLatin));
  }
  return found;
}

function inLabel(label: string, start: number, endsLatin: boolean): readonly LookAlike[] {
  const lower = label.toLowerCase();
  const mixed = scripts.filter((script) => script.test(label)).length > 1;
  const disguised = endsLatin && /\P{ASCII}/u.test(lower) && passesForLatin.test(lower);
  const found: LookAlike[] = [];
  for (const { 0: letter, index } of label.matchAll(/\P{ASCII}/gu)) {
    const foreign = !/\p{Script=Latin}|\p{M}/u.test(letter);
    if (((mixed || disguised) && foreign) || passesForAscii(letter))
      found.push({ index: start + index, codePoint: letter.codePointAt(0) ?? 0 });
  }
  return found;
}

/** One character that is drawn like a plain letter, digit or dot without being one with an accent. */
function passesForAscii(letter: string): boolean {
  if (/^\p{ASCII}/u.test(letter.normalize("NFKC"))) return true;
  return /^[ıɑɡɩʟɴʀʏᴀ-ᴢꜱɪʙɢʜ]$/u.test(letter);
}
