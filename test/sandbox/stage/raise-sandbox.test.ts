import { createServer } from "node:http";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Seen, SeenMessage } from "../../../src/sandbox/slack/hands.js";
import { repositoryRoot } from "../../../src/sandbox/stage/page-files.js";
import { raiseSandbox, type Sandbox, type SandboxOptions } from "../../../src/sandbox/stage/raise-sandbox.js";
import type {
  BotState,
  CastMember,
  ShelfArticle,
  TroubleState,
  XProfile,
} from "../../../src/sandbox/stage/stage-api.js";

const FAKE_BOT = join(import.meta.dirname, "fake-bot.mjs");
const NADIA = "U0NADIA001";
const CAMILLE = "U0CAMILLE1";
const undo: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (let step = undo.pop(); step; step = undo.pop()) await step();
});

async function raise(
  options: Partial<SandboxOptions> = {},
): Promise<{ sandbox: Sandbox; crashes: string[] }> {
  const crashes: string[] = [];
  const sandbox = await raiseSandbox({
    port: 0,
    http: false,
    botFile: FAKE_BOT,
    onBotLine: () => {},
    onBotCrash: (sentence) => crashes.push(sentence),
    ...options,
  });
  undo.push(() => sandbox.close());
  return { sandbox, crashes };
}

async function get<T>(sandbox: Sandbox, path: string): Promise<T> {
  return (await fetch(sandbox.url + path)).json() as Promise<T>;
}

async function post(sandbox: Sandbox, path: string, body: object): Promise<unknown> {
  const response = await fetch(sandbox.url + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return response.json();
}

describe("the whole sandbox", () => {
  it.each([
    ["over a socket", false],
    ["over signed requests", true],
  ])("carries a suggestion to the executive and her press back, %s", async (_way, http) => {
    const { sandbox } = await raise({ http });
    const acted = await post(sandbox, "/api/act", {
      act: "command",
      user: NADIA,
      channel: "C0COMMS001",
      command: "/suggest",
      text: "https://example.org/a",
    });
    expect(acted).toMatchObject({ slackError: null });

    const card = await vi.waitFor(async () => {
      const seen = await get<Seen>(sandbox, `/api/seen?user=${CAMILLE}`);
      const direct = seen.conversations.find(({ kind }) => kind === "dm");
      const message = direct?.messages.at(-1);
      if (!direct || !message) throw new Error("no card yet");
      return { channel: direct.id, ts: message.ts };
    });
    await post(sandbox, "/api/act", { act: "press", user: CAMILLE, actionId: "approve", ...card });
    await vi.waitFor(async () => {
      const seen = await get<Seen>(sandbox, `/api/seen?user=${CAMILLE}`);
      const direct = seen.conversations.find(({ kind }) => kind === "dm");
      expect(direct?.messages.at(-1)).toMatchObject({ text: "Pressed", edited: true });
    });
    const cast = await get<CastMember[]>(sandbox, "/api/cast");
    expect(cast.find(({ id }) => id === CAMILLE)?.newest[card.channel]).toBe(card.ts);
  });

  it("lets the bot's card come without the picture that Slack cannot fetch, and with the one it can", async () => {
    const { sandbox } = await raise({ botFile: join(repositoryRoot(), "dist", "main.js") });
    const articles = await get<ShelfArticle[]>(sandbox, "/api/newsstand");
    const suggest = async (title: string): Promise<SeenMessage> => {
      const article = articles.find((each) => each.title.startsWith(title));
      if (!article) throw new Error(`nothing on the shelf called ${title}`);
      const typed = { channel: "C0COMMS001", command: "/suggest", text: article.url };
      await post(sandbox, "/api/act", { act: "command", user: NADIA, ...typed });
      return vi.waitFor(
        async () => {
          const { conversations } = await get<Seen>(sandbox, `/api/seen?user=${CAMILLE}`);
          const messages = conversations.find(({ kind }) => kind === "dm")?.messages ?? [];
          const card = messages.find(({ text }) => text.includes(title));
          if (!card) throw new Error("no card yet");
          return card;
        },
        { timeout: 15_000 },
      );
    };
    expect(JSON.stringify((await suggest("The quay")).blocks)).toContain('"type":"image"');
    const card = await suggest("One form instead of eleven");
    expect(JSON.stringify(card.blocks)).toContain('"approve"');
    expect(JSON.stringify(card.blocks)).not.toContain('"type":"image"');
  });

  it("shows the language a person reads in once it was changed", async () => {
    const { sandbox } = await raise();
    const localeOf = async (): Promise<string | undefined> =>
      (await get<CastMember[]>(sandbox, "/api/cast")).find(({ id }) => id === CAMILLE)?.locale;
    expect(await localeOf()).toBe("en-GB");
    await post(sandbox, "/api/act", { act: "setLocale", user: CAMILLE, locale: "fr-FR" });
    expect(await localeOf()).toBe("fr-FR");
  });

  it("offers its newsstand and an X without posts", async () => {
    const { sandbox } = await raise();
    expect(await get<XProfile>(sandbox, "/api/x")).toMatchObject({ handle: "camille_laurent", posts: [] });
    const articles = await get<{ url: string }[]>(sandbox, "/api/newsstand");
    expect(articles.length).toBeGreaterThan(5);
    for (const { url } of articles) expect(new URL(url).hostname).toBe("127.0.0.1");
  });

  it("stops the bot and starts it again from the page", async () => {
    const { sandbox } = await raise();
    const before = await get<BotState>(sandbox, "/api/bot");
    await post(sandbox, "/api/trouble", { id: "bot-stop", on: true });
    expect(await get<BotState>(sandbox, "/api/bot")).toMatchObject({ status: "stopped", pid: null });
    await post(sandbox, "/api/trouble", { id: "bot-restart", on: true });
    const after = await get<BotState>(sandbox, "/api/bot");
    expect(after.status).toBe("running");
    expect(after.pid).not.toBe(before.pid);
  });

  it("says when the bot ends by itself", async () => {
    const { sandbox, crashes } = await raise();
    const { pid } = await get<BotState>(sandbox, "/api/bot");
    process.kill(pid as number, "SIGKILL");
    await vi.waitFor(async () =>
      expect(await get<BotState>(sandbox, "/api/bot")).toMatchObject({
        status: "crashed",
        why: expect.stringContaining("SIGKILL"),
      }),
    );
    expect(crashes).toHaveLength(1);
  });

  it("arms a trouble and disarms it", async () => {
    const { sandbox } = await raise();
    const isOn = async (): Promise<boolean | undefined> =>
      (await get<TroubleState[]>(sandbox, "/api/trouble")).find(({ id }) => id === "x-lost")?.on;
    await post(sandbox, "/api/trouble", { id: "x-lost", on: true });
    expect(await isOn()).toBe(true);
    await post(sandbox, "/api/trouble", { id: "x-lost", on: false });
    expect(await isOn()).toBe(false);
  });

  it("steps over a busy port", async () => {
    const busy = createServer();
    const port = await new Promise<number>((resolve) => {
      busy.listen(0, "127.0.0.1", () => {
        const address = busy.address();
        resolve(typeof address === "object" && address !== null ? address.port : 0);
      });
    });
    undo.push(() => new Promise((resolve) => busy.close(resolve)));
    const { sandbox } = await raise({ port });
    expect(sandbox.port).toBeGreaterThan(port);
    expect(sandbox.url).toBe(`http://127.0.0.1:${sandbox.port}`);
  });

  it("leaves nothing running after it was closed", async () => {
    const { sandbox } = await raise();
    const { pid } = await get<BotState>(sandbox, "/api/bot");
    const { apiUrl } = sandbox.slack;
    await sandbox.close();
    expect(() => process.kill(pid as number, 0)).toThrow("ESRCH");
    await expect(fetch(sandbox.url)).rejects.toThrow();
    await expect(fetch(`${apiUrl}auth.test`, { method: "POST" })).rejects.toThrow();
  });
});
