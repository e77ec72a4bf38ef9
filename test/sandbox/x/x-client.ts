import { Agent } from "node:https";
import { connect } from "node:net";
import { TwitterApi } from "twitter-api-v2";
import { type LocalX, startLocalX } from "../../../src/sandbox/x/start-local-x.js";
import type { XAccount } from "../../../src/sandbox/x/x-account.js";

export const apiKeys = { apiKey: "key-of-the-app", apiKeySecret: "secret+of/the app" };

export const camille = {
  id: "4201",
  handle: "camille_laurent",
  name: "Camille Laurent",
  accessToken: "4201-camille",
  accessTokenSecret: "camille's secret!",
} satisfies XAccount;

export const premium = {
  id: "4202",
  handle: "tom_becker",
  name: "Tom Becker",
  accessToken: "4202-tom",
  accessTokenSecret: "tom",
  subscription: "Premium",
} satisfies XAccount;

/** A local X with two accounts, the second one Premium. */
export function twoAccounts(options: { now?: () => number } = {}): Promise<LocalX> {
  return startLocalX({ ...apiKeys, accounts: [camille, premium], ...options });
}

/** The real client, speaking to api.x.com over a socket that ends at the local X. */
export function clientOf(x: LocalX, account: XAccount, wrong: Partial<ClientKeys> = {}): TwitterApi {
  const { port } = new URL(x.url);
  const agent = new Agent();
  agent.createConnection = () => connect(Number(port), "127.0.0.1");
  const keys: ClientKeys = {
    appKey: apiKeys.apiKey,
    appSecret: apiKeys.apiKeySecret,
    accessToken: account.accessToken,
    accessSecret: account.accessTokenSecret,
    ...wrong,
  };
  return new TwitterApi(keys, { httpAgent: agent, compression: false });
}

type ClientKeys = { appKey: string; appSecret: string; accessToken: string; accessSecret: string };
