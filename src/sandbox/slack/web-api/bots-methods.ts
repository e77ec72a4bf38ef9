import type { Workspace } from "../workspace.js";
import { type ApiMethods, botMethod, refused, textArgument } from "./api-method.js";

const PICTURES = "https://a.slack-edge.com/80588/img/plugins/app/bot_";

/** The app's own bot is the only one here. The way from a bot to its app: `auth.test` does not name the app. */
export function botsMethods(workspace: Workspace): ApiMethods {
  const { options, botId } = workspace;
  const installed = Math.trunc(workspace.now() / 1000);
  return {
    "bots.info": botMethod("users:read", (args) => {
      if (textArgument(args, "bot") !== botId) return refused("bot_not_found");
      return {
        ok: true,
        bot: {
          id: botId,
          deleted: false,
          name: options.botName,
          updated: installed,
          app_id: options.appId,
          user_id: options.botUserId,
          icons: {
            image_36: `${PICTURES}36.png`,
            image_48: `${PICTURES}48.png`,
            image_72: `${PICTURES}72.png`,
          },
        },
      };
    }),
  };
}
