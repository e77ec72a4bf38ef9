import type { App } from "@slack/bolt";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import type { BotNeeds } from "../src/slack/bot-needs.js";
import { register } from "../src/slack/register.js";
import { repositoryFile } from "./source-files.js";

const schema = repositoryFile("../shared/slack-manifest.schema.json");
const readme = repositoryFile("README.md");
const parsed: unknown = parse(repositoryFile("manifest.yml") ?? "");
const manifest = z
  .object({
    features: z.object({
      shortcuts: z.array(z.object({ type: z.enum(["global", "message"]), callback_id: z.string() })),
      slash_commands: z.array(z.object({ command: z.string(), should_escape: z.boolean() })),
    }),
    oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
    settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
  })
  .parse(parsed);

/** The routes as the bot registers them, heard by an app that only listens. */
function registeredRoutes() {
  const routes = { commands: [] as string[], shortcuts: [] as string[], events: [] as string[] };
  const listening = {
    use: () => undefined,
    view: () => undefined,
    action: () => undefined,
    error: () => undefined,
    command: (name: string) => routes.commands.push(name),
    shortcut: ({ type, callback_id }: { type: string; callback_id: string }) =>
      routes.shortcuts.push(`${type === "shortcut" ? "global" : "message"} ${callback_id}`),
    event: (name: string) => routes.events.push(name),
  };
  register(listening as unknown as App, {} as BotNeeds);
  return routes;
}

describe("the manifest", () => {
  it.skipIf(schema === null)(
    `is one that Slack takes${schema === null ? " (skipped: ../shared/slack-manifest.schema.json is not here)" : ""}`,
    () => {
      const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
      const validate = ajv.compile(JSON.parse(schema ?? "{}"));
      expect(validate(parsed), JSON.stringify(validate.errors)).toBe(true);
    },
  );

  it("names exactly the commands, shortcuts and events that the bot answers", () => {
    const routes = registeredRoutes();
    const { features, settings } = manifest;
    expect(features.slash_commands.map(({ command }) => command).sort()).toEqual(routes.commands.sort());
    const shortcuts = features.shortcuts.map(({ type, callback_id }) => `${type} ${callback_id}`);
    expect(shortcuts.sort()).toEqual(routes.shortcuts.sort());
    // Bolt hears the messages of every kind of conversation under one name.
    const heard = settings.event_subscriptions.bot_events.map((name) =>
      name.replace(/^message\..*/, "message"),
    );
    expect(heard.toSorted()).toEqual(routes.events.sort());
  });

  it("has Slack hand commands over as they were typed", () => {
    for (const { should_escape } of manifest.features.slash_commands) expect(should_escape).toBe(false);
  });

  it.skipIf(readme === null)("asks for exactly the scopes that the README gives a reason for", () => {
    const [, section = ""] = /\n#+ [^\n]*scopes[^\n]*\n([\s\S]*?)(?=\n#|$)/i.exec(readme ?? "") ?? [];
    const explained = [...section.matchAll(/^\| `([a-z:.]+)` \| \S.* \|$/gm)].map(([, scope]) => scope);
    expect(explained.sort()).toEqual(manifest.oauth_config.scopes.bot.toSorted());
  });
});
