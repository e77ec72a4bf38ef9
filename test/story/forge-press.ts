import { randomBytes } from "node:crypto";
import { APP_ID, TEAM_ID } from "./people.js";
import type { House } from "./start-house.js";

export type ForgedPress = {
  /** Null: the payload has no id of a person. */
  user: string | null;
  /** The workspace of the payload, and the person's own. */
  team?: string;
  userTeam?: string;
  channel: string;
  ts: string;
  actionId: string;
  value: string;
};

/**
 * A press as a client could send it that shows an old card, or that was made by hand: signed by Slack, and otherwise
 * whatever one likes. Answers what the bot's acknowledgement carried.
 */
export async function forgePress(
  house: House,
  press: ForgedPress,
): Promise<{ acked: boolean; body: unknown }> {
  const { user, team = TEAM_ID, userTeam = team, channel, ts, actionId, value } = press;
  return house.slack.faults.deliverRaw("interactive", {
    type: "block_actions",
    ...sender(user, team, userTeam),
    container: { type: "message", message_ts: ts, channel_id: channel, is_ephemeral: false },
    trigger_id: trigger(),
    channel: { id: channel, name: "directmessage" },
    message: { type: "message", ts, text: "" },
    state: { values: {} },
    actions: [
      { type: "button", action_id: actionId, block_id: "b1", value, action_ts: String(Date.now() / 1000) },
    ],
  });
}

export type ForgedForm = {
  user: string;
  callbackId: string;
  metadata: string;
  values: Record<string, Record<string, unknown>>;
};

/** A form handed in by somebody to whom it was never shown. */
export async function forgeForm(house: House, form: ForgedForm): Promise<{ acked: boolean; body: unknown }> {
  const { user, callbackId, metadata, values } = form;
  return house.slack.faults.deliverRaw("interactive", {
    type: "view_submission",
    ...sender(user, TEAM_ID, TEAM_ID),
    trigger_id: trigger(),
    view: {
      id: `V0${randomBytes(5).toString("hex").toUpperCase()}`,
      type: "modal",
      callback_id: callbackId,
      private_metadata: metadata,
      blocks: [],
      state: { values },
      hash: "1.forged",
    },
    response_urls: [],
  });
}

function sender(user: string | null, team: string, userTeam: string) {
  return {
    api_app_id: APP_ID,
    team: { id: team, domain: "forged" },
    enterprise: null,
    is_enterprise_install: false,
    user: { ...(user !== null && { id: user }), username: "forged", name: "forged", team_id: userTeam },
  };
}

function trigger(): string {
  return `1.2.${randomBytes(16).toString("hex")}`;
}
