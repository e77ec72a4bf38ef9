import { expect } from "vitest";
import type { FillValue, SeenView } from "../../src/sandbox/slack/hands.js";
import { nadia } from "../db/builders.js";
import { directMessages, type Office, readable, teamChannel } from "./an-office.js";

/** Somebody with the form of a suggestion before them. */
export type FormHands = {
  readonly viewId: string;
  now(): SeenView | undefined;
  fill(fields: Readonly<Record<string, FillValue>>): Promise<void>;
  /** The errors in its fields; null when there is none. */
  submit(): Promise<Record<string, string> | null>;
  /** What stands in it now, by field. */
  values(): Record<string, FillValue>;
  /** Everything it says, the blocks of one place alone where that is named. */
  says(place?: string): string;
};

/** `/suggest` alone, and the form it opens. */
export async function suggestForm(office: Office, user: string = nadia): Promise<FormHands> {
  await office.slack.hands.command({ user, channel: teamChannel, command: "/suggest", text: "" });
  return formOf(office, user);
}

/** The form that is on top of this person's screen, or will be in a moment. */
export async function formOf(office: Office, user: string = nadia): Promise<FormHands> {
  const now = () => office.slack.hands.look(user).views.at(-1);
  await expect.poll(() => now()?.id).toBeDefined();
  const viewId = now()?.id ?? "";
  return {
    viewId,
    now,
    async fill(fields) {
      for (const [blockId, value] of Object.entries(fields))
        await office.slack.hands.fill({ user, viewId, blockId, actionId: "value", value });
    },
    submit: async () => (await office.slack.hands.submit({ user, viewId })).fieldErrors,
    values: () =>
      Object.fromEntries(
        Object.entries(now()?.values ?? {}).map(([name, { value = null }]) => [name, value]),
      ),
    says: (place = "") =>
      readable({
        blocks: (now()?.blocks ?? []).filter(({ block_id }) => String(block_id).startsWith(place)),
      }),
  };
}

/** What the bot wrote to this person, ephemeral answers included, oldest first. */
export const toldTo = (office: Office, user: string = nadia): string[] =>
  directMessages(office, user).map((message) => `${message.text}\n${readable(message)}`);
