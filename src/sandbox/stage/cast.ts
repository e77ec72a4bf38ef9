import type { Hands } from "../slack/hands.js";
import type { CastMember } from "./stage-api.js";

export const TEAM_ID = "T0SANDBOX1";
export const APP_ID = "A0FIRSTHND";
export const BOT = { id: "U0FIRSTHND", name: "Firsthand" };

export const EXECUTIVE = person(
  "U0CAMILLE1",
  "camille",
  "Camille Laurent",
  "en-GB",
  "Europe/Paris",
  "Chief executive",
);
const NADIA = person("U0NADIA001", "nadia", "Nadia Benali", "en-GB", "Europe/Paris", "Communications");
const TOM = person("U0TOM00001", "tom", "Tom Becker", "en-US", "Europe/Berlin", "Communications");
const OLGA = person(
  "U0OLGA0001",
  "olga",
  "Olga Lindqvist",
  "en-GB",
  "Europe/Stockholm",
  "Sales, not in #comms",
);

/** In the order of the play: who suggests, who decides, a colleague, somebody from outside. */
export const PEOPLE = [NADIA, EXECUTIVE, TOM, OLGA];

export const TEAM_CHANNEL = {
  id: "C0COMMS001",
  name: "comms",
  isPrivate: false,
  members: [NADIA.id, TOM.id, BOT.id],
};
/** Where what belongs on the company's own account is handed over. */
export const COMPANY_CHANNEL = {
  id: "C0COMPANY1",
  name: "company-account",
  isPrivate: false,
  members: [NADIA.id, TOM.id, BOT.id],
};
export const CHANNELS = [
  TEAM_CHANNEL,
  COMPANY_CHANNEL,
  { id: "C0GENERAL1", name: "general", isPrivate: false, members: PEOPLE.map(({ id }) => id) },
];

export const X_ACCOUNT = { id: "1729384756102938475", handle: "camille_laurent", name: EXECUTIVE.realName };

/** The people with what is newest in each of their conversations, so that the page can mark whom something awaits. */
export function castNow(hands: Hands): CastMember[] {
  return PEOPLE.map(({ id }) => {
    const { user, conversations } = hands.look(id);
    const { realName: name, role, locale, tz } = user;
    const newest: Record<string, string> = {};
    for (const conversation of conversations) {
      const last = conversation.messages
        .map(({ ts }) => ts)
        .sort()
        .at(-1);
      if (last !== undefined && conversation.member) newest[conversation.id] = last;
    }
    return { id, name, role, locale, tz, newest };
  });
}

function person(id: string, name: string, realName: string, locale: string, tz: string, role: string) {
  return { id, name, realName, locale, tz, role };
}
