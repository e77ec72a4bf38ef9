import type { Desk } from "../core/desk.js";
import type { Zones } from "./blocks/say-time.js";
import type { People } from "./people.js";

/** The zones her times are told in. @param asked «fresh» where she just pressed: she may have landed since. */
export async function whereSheIs(
  desk: Desk,
  { people }: { readonly people: People },
  asked: "known" | "fresh" = "known",
): Promise<Zones> {
  const otherwise = { locale: desk.locale, zone: desk.homeZone };
  const { zone } = await people.find(desk.executiveId, otherwise, asked);
  return { home: desk.homeZone, here: isZone(zone) ? zone : desk.homeZone };
}

/** Slack knows zones that this machine may not. */
function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }) !== null;
  } catch {
    return false;
  }
}
