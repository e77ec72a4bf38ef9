import type { PlainObject } from "../plain-object.js";
import type { Person, Workspace } from "../workspace.js";
import { type ApiMethods, botMethod, flagArgument, page, refused, textArgument } from "./api-method.js";

export function usersMethods(workspace: Workspace): ApiMethods {
  const shown = (person: Person, args: PlainObject) =>
    userObject(workspace, person, flagArgument(args, "include_locale") ?? false);
  return {
    "users.info": botMethod("users:read", (args) => {
      const person = workspace.people.get(textArgument(args, "user") ?? "");
      return person ? { ok: true, user: shown(person, args) } : refused("user_not_found");
    }),
    "users.list": botMethod("users:read", (args) => {
      const { items, response_metadata } = page([...workspace.people.values()], args, 1000, 1000);
      return { ok: true, members: items.map((person) => shown(person, args)), response_metadata };
    }),
  };
}

function userObject(workspace: Workspace, person: Person, withLocale: boolean): PlainObject {
  const now = new Date(workspace.now());
  const teamId = person.teamId ?? workspace.options.teamId;
  return {
    id: person.id,
    team_id: teamId,
    name: person.name,
    deleted: person.deleted ?? false,
    real_name: person.realName,
    tz: person.tz,
    tz_label: zoneLabel(person.tz, now),
    tz_offset: zoneOffsetSeconds(person.tz, now),
    profile: {
      real_name: person.realName,
      real_name_normalized: person.realName,
      display_name: person.name,
      display_name_normalized: person.name,
      team: teamId,
    },
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: (person.isRestricted || person.isUltraRestricted) ?? false,
    is_ultra_restricted: person.isUltraRestricted ?? false,
    ...(person.isStranger && { is_stranger: true }),
    is_bot: person.isBot ?? false,
    is_app_user: false,
    updated: Math.trunc(workspace.now() / 1000),
    ...(withLocale && { locale: person.locale }),
  };
}

function zoneLabel(zone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "long" }).formatToParts(at);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}

function zoneOffsetSeconds(zone: string, at: Date): number {
  const there = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at);
  const part = (type: string) => Number(there.find((each) => each.type === type)?.value);
  const asUtc = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return Math.round((asUtc - at.getTime()) / 1000);
}
