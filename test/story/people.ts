import type { PersonOptions } from "../../src/sandbox/slack/local-slack-options.js";

const person = (id: string, name: string, realName: string, locale: string, tz: string, role: string) =>
  ({ id, name, realName, locale, tz, role }) satisfies PersonOptions;

/** The people of the stories: two readers of French, two of English. */
export const EXECUTIVE = person(
  "U0CAMILLE1",
  "camille",
  "Camille Laurent",
  "fr-FR",
  "Europe/Paris",
  "chief executive",
);
export const PEOPLE: readonly PersonOptions[] = [
  EXECUTIVE,
  person("U0NADIA001", "nadia", "Nadia Benali", "fr-FR", "Europe/Paris", "communications"),
  person("U0TOM00001", "tom", "Tom Becker", "en-US", "Europe/Berlin", "communications"),
  person(
    "U0OLGA0001",
    "olga",
    "Olga Lindqvist",
    "en-GB",
    "Europe/Stockholm",
    "sales, not in the team channel",
  ),
];
export const [CAMILLE, NADIA, TOM, OLGA] = PEOPLE.map(({ id }) => id) as [string, string, string, string];

export const BOT = { id: "U0FIRSTHND", name: "Firsthand" };
export const APP_ID = "A0FIRSTHND";
export const TEAM_ID = "T0STORIES1";
export const COMMS = "C0COMMS001";
/** Where the company's own account is looked after. */
export const COMPANY = "C0COMPANY1";
/** Where the bot is besides the team channel, so that anybody can be given a private answer. */
export const HALL = "C0HALL0001";

export const X_ACCOUNT = { id: "1729384756102938475", handle: "camille_laurent", name: EXECUTIVE.realName };
/** Another account of hers on the same X app. */
export const OTHER_ACCOUNT = {
  id: "1855500011122233344",
  handle: "laurent_europe",
  name: EXECUTIVE.realName,
};
export const PROFILE = `https://x.com/${X_ACCOUNT.handle}`;
/** Where a post of hers stands. */
export const postLink = (id: string) => `${PROFILE}/status/${id}`;
