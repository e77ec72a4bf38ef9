import type { Faults } from "../faults.js";
import type { SocketMode } from "../socket-mode.js";
import type { Workspace } from "../workspace.js";
import { type ApiMethods, botMethod, refused } from "./api-method.js";

export function authMethods(needs: {
  workspace: Workspace;
  faults: Faults;
  socketMode: SocketMode | null;
  origin(): string;
}): ApiMethods {
  const { workspace, faults, socketMode, origin } = needs;
  const { options } = workspace;
  return {
    "auth.test": botMethod(null, () => ({
      ok: true,
      url: `https://${workspace.teamDomain}.slack.com/`,
      team: "Firsthand sandbox",
      user: workspace.people.get(options.botUserId)?.name,
      team_id: options.teamId,
      user_id: options.botUserId,
      bot_id: workspace.botId,
      is_enterprise_install: false,
    })),
    "apps.connections.open": {
      token: "app",
      scope: () => null,
      run() {
        if (!socketMode) return refused("socket_mode_not_enabled");
        if (faults.refuseConnections) return refused("internal_error");
        const url = socketMode.newUrl(origin());
        return url ? { ok: true, url } : refused("too_many_websockets");
      },
    },
    "team.info": botMethod("team:read", () => ({
      ok: true,
      team: { id: options.teamId, name: "Firsthand sandbox", domain: workspace.teamDomain },
    })),
  };
}
