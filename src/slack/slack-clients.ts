import type { Logger } from "@slack/bolt";
import { WebClient } from "@slack/web-api";

/**
 * Two ways to call Slack, apart because a client that is told to wait holds back its whole queue.
 * - `patient`: messages and look-ups. Sent once: the outbox decides about trying again.
 * - `prompt`: forms, whose trigger lives 3 seconds.
 */
export type SlackClients = { readonly patient: WebClient; readonly prompt: WebClient };

/** Each option object is made anew: Bolt and web-api write into what they are given. */
export function slackClients(
  token: string,
  apiUrl: string | undefined,
  logger: Logger,
  watched: typeof fetch = fetch,
): SlackClients {
  const client = (timeout: number) =>
    new WebClient(token, {
      ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
      timeout,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      allowAbsoluteUrls: false,
      logger,
      fetch: watched,
    });
  return { patient: client(10_000), prompt: client(2_500) };
}
