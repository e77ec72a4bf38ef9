/** Why listening to Slack could not begin. `wrong`: the environment must be mended; else it may work later. */
export type NotHeard = { readonly wrong: boolean; readonly sentence: string };

const refusedTokens = new Set([
  "invalid_auth",
  "not_authed",
  "account_inactive",
  "token_revoked",
  "not_allowed_token_type",
]);

/** Reads what starting the socket or the HTTP port threw, without anything of the library's own in the sentence. */
export function whyNotHeard(error: unknown): NotHeard {
  const { code, data } = error as { code?: string; data?: { error?: string } };
  if (refusedTokens.has(data?.error ?? "")) {
    return {
      wrong: true,
      sentence:
        "Slack does not accept SLACK_APP_TOKEN: make one with connections:write under «Basic Information».",
    };
  }
  if (code === "EADDRINUSE") {
    return {
      wrong: false,
      sentence: "PORT is in use by another program. Stop that one, or choose another port.",
    };
  }
  if (code === "EACCES" || code === "EADDRNOTAVAIL") {
    return { wrong: true, sentence: "HOST and PORT cannot be listened on by this process. Choose others." };
  }
  return { wrong: false, sentence: "Slack could not be heard. Nothing was started; try again later." };
}
