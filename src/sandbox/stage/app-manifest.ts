import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { z } from "zod";

const schema = z.object({
  features: z.object({
    app_home: z.object({ messages_tab_read_only_enabled: z.boolean() }),
    slash_commands: z
      .array(z.object({ command: z.string(), description: z.string(), usage_hint: z.string().default("") }))
      .default([]),
    shortcuts: z
      .array(
        z.object({
          name: z.string(),
          type: z.enum(["global", "message"]),
          callback_id: z.string(),
          description: z.string(),
        }),
      )
      .default([]),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).optional(),
  }),
});

export type AppManifest = {
  scopes: string[];
  events: string[];
  commands: { command: string; description: string; usageHint: string }[];
  shortcuts: { name: string; type: "global" | "message"; callbackId: string; description: string }[];
  /** Whether people can write to the app in its direct messages. */
  hearsDirectMessages: boolean;
};

/** What the local Slack must know of the app, from the very manifest a workspace would be given. */
export async function readAppManifest(file: string): Promise<AppManifest> {
  const manifest = schema.parse(parse(await readFile(file, "utf8")));
  return {
    scopes: manifest.oauth_config.scopes.bot,
    events: manifest.settings.event_subscriptions?.bot_events ?? [],
    commands: manifest.features.slash_commands.map(({ command, description, usage_hint }) => ({
      command,
      description,
      usageHint: usage_hint,
    })),
    shortcuts: manifest.features.shortcuts.map(({ name, type, callback_id, description }) => ({
      name,
      type,
      callbackId: callback_id,
      description,
    })),
    hearsDirectMessages: !manifest.features.app_home.messages_tab_read_only_enabled,
  };
}
