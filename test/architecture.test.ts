import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type SourceFile, sourceFiles } from "./source-files.js";

const files = sourceFiles();
const edges = ["slack", "x", "articles", "db", "clock"];
const inRoom = (...rooms: string[]) => files.filter(({ room }) => rooms.includes(room));
const bot = files.filter(({ room }) => room !== "sandbox");
const own = new Set(files.map(({ path }) => path));

/** «a.ts imports b»: one line for each import that is not allowed. */
function strayImports(
  of: readonly SourceFile[],
  allowed: (what: string, file: SourceFile) => boolean,
): string[] {
  return of.flatMap((file) =>
    file.imports.filter((what) => !allowed(what, file)).map((what) => `${file.path} imports ${what}`),
  );
}

/** Where the code (not a comment) says this. */
function whereSaid(words: RegExp, of: readonly SourceFile[] = bot): string[] {
  return of.filter(({ code }) => words.test(code)).map(({ path }) => path);
}

const within = (what: string, ...rooms: string[]) => rooms.some((room) => what.startsWith(`${room}/`));
const isOurs = (what: string) => own.has(what) || what.startsWith(".");

describe("what is looked at", () => {
  it("is the whole product, with its imports", () => {
    for (const room of ["core", "flows", "i18n", "sandbox", "audit", ...edges])
      expect(inRoom(room)).not.toEqual([]);
    const main = files.find(({ path }) => path === "main.ts");
    expect(main?.imports).toEqual(expect.arrayContaining(["config.ts", "open-bot.ts"]));
    const bot = files.find(({ path }) => path === "open-bot.ts");
    expect(bot?.imports).toContain("flows/publish-due.ts");
    const store = files.find(({ path }) => path === "db/open-store.ts");
    expect(store?.typeImports).toContain("flows/ports.ts");
  });
});

describe("the arrows", () => {
  it("the core imports nothing but the core, node:crypto and the text library", () => {
    const allowed = ["node:crypto", "twitter-text"];
    expect(strayImports(inRoom("core"), (what) => within(what, "core") || allowed.includes(what))).toEqual(
      [],
    );
  });

  it("flows import only flows and the core", () => {
    expect(strayImports(inRoom("flows"), (what) => within(what, "flows", "core"))).toEqual([]);
  });

  it("the words import only words and the core's types", () => {
    expect(strayImports(inRoom("i18n"), (what) => within(what, "i18n", "core"))).toEqual([]);
    for (const { path, imports, typeImports } of inRoom("i18n")) {
      expect(
        imports.filter((what) => within(what, "core") && !typeImports.includes(what)),
        path,
      ).toEqual([]);
    }
  });

  it("an edge never imports another edge", () => {
    const allowed = (what: string, { room }: SourceFile) =>
      !isOurs(what) ||
      within(what, room, "core", "flows") ||
      what === "log.ts" ||
      (room === "slack" && within(what, "i18n"));
    expect(strayImports(inRoom(...edges), allowed)).toEqual([]);
  });

  it("of the flows, X, the articles, the database and the clock know only what is needed of them, as types", () => {
    for (const { path, imports, typeImports } of inRoom("x", "articles", "db", "clock")) {
      const flows = imports.filter((what) => within(what, "flows"));
      expect(
        flows.filter((what) => what !== "flows/ports.ts" || !typeImports.includes(what)),
        path,
      ).toEqual([]);
    }
  });

  it("the sandbox imports nothing of the bot, and the bot nothing of the sandbox", () => {
    expect(strayImports(inRoom("sandbox"), (what) => !isOurs(what) || within(what, "sandbox"))).toEqual([]);
    expect(strayImports(bot, (what) => !within(what, "sandbox"))).toEqual([]);
  });

  it("the audit reads: the core, the database, X's timeline and the environment, and nobody imports it", () => {
    const beside = ["environment.ts", "expectations.ts", "exit-codes.ts"];
    const ofX = ["x/ask-x.ts", "x/list-timeline.ts"];
    const allowed = (what: string, { typeImports }: SourceFile) =>
      !isOurs(what) ||
      within(what, "audit", "core", "db") ||
      [...beside, ...ofX].includes(what) ||
      (what === "flows/ports.ts" && typeImports.includes(what));
    expect(strayImports(inRoom("audit"), allowed)).toEqual([]);
    const others = files.filter(({ room }) => room !== "audit");
    expect(strayImports(others, (what) => !within(what, "audit"))).toEqual([]);
    const writers = /\bopenDatabase\(|\bopenStore\(|\bcommitTo\(/;
    expect(whereSaid(writers, inRoom("audit"))).toEqual([]);
  });

  it("nobody imports main", () => {
    const mains = ["main.ts", "sandbox/main.ts", "audit/main.ts"];
    expect(strayImports(files, (what) => !mains.includes(what))).toEqual([]);
  });
});

describe("one place for each dangerous thing", () => {
  it("of the bot only main reads the environment, of the audit only its main", () => {
    expect(whereSaid(/\bprocess\s*(?:\.\s*env\b|\[)/)).toEqual(["audit/main.ts", "main.ts"]);
    expect(bot.filter(({ imports }) => imports.some((what) => /^(node:)?process$/.test(what)))).toEqual([]);
  });

  it("only ask-x.ts imports the X library", () => {
    const importers = bot.filter(({ imports }) => imports.some((what) => what.startsWith("twitter-api-v2")));
    expect(importers.map(({ path }) => path)).toEqual(["x/ask-x.ts"]);
  });

  it("one flow calls publish, and what it calls is the only caller of X's create", () => {
    expect(whereSaid(/\bpublish\(/, inRoom("flows"))).toEqual(["flows/publish-due.ts"]);
    expect(whereSaid(/\.create\(/)).toEqual(["x/publish-to-x.ts"]);
  });

  it("an approval is sealed where she approves and unsealed where it is published or audited, nowhere else", () => {
    const users = bot.filter(({ path }) => path !== "core/approval.ts");
    expect(whereSaid(/\bseal\(/, users)).toEqual(["flows/approved-change.ts"]);
    expect(whereSaid(/\bunseal\(/, users)).toEqual(["audit/check-seals.ts", "flows/publish-due.ts"]);
  });

  it("only her buttons and her three forms approve", () => {
    const slack = inRoom("slack");
    expect(whereSaid(/\bapprove\(/, slack)).toEqual([
      "slack/approving-buttons.ts",
      "slack/own-post-form.ts",
      "slack/rewrite-submitted.ts",
      "slack/schedule-form.ts",
    ]);
    expect(whereSaid(/\bapprove\(/, bot).filter((path) => !path.startsWith("slack/"))).toEqual([
      "flows/approve.ts",
    ]);
  });

  it("only the flow of her approval puts an approval into a change", () => {
    expect(whereSaid(/table:\s*"approval"\s*,\s*row\b/)).toEqual(["flows/approved-change.ts"]);
  });
});

describe("the packages", () => {
  it("every package stands at one exact version", () => {
    const given = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
    const wanted = Object.entries({ ...given.dependencies, ...given.devDependencies });
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
    const locked = JSON.parse(
      readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"),
    ).packages;
    for (const [name, version] of wanted) expect(locked[`node_modules/${name}`].version, name).toBe(version);
  });
});

describe("the habits", () => {
  it("no file is over 250 lines", () => {
    const long = files.filter(({ text }) => text.trimEnd().split("\n").length > 250);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it("a file is named by its one function or noun, in kebab-case", () => {
    const vague = /^(utils?|helpers?|common|types|index|misc|shared|constants)\.tsx?$/;
    const strange = files.filter(
      ({ name }) => vague.test(name) || !/^[a-z0-9]+(-[a-z0-9]+)*\.tsx?$/.test(name),
    );
    expect(strange.map(({ path }) => path)).toEqual([]);
  });

  it("nothing is exported by default, and nothing escapes the types", () => {
    expect(whereSaid(/\bexport\s+default\b|\bas\s+default\b/, files)).toEqual([]);
    expect(whereSaid(/\bas any\b|:\s*any\b|<any>/, files)).toEqual([]);
    expect(files.filter(({ text }) => /@ts-(ignore|nocheck|expect-error)/.test(text))).toEqual([]);
  });

  it("no address is asked about by URL.canParse (decision 16), but in a browser", () => {
    const ours = files.filter(({ path }) => !path.startsWith("sandbox/page/"));
    expect(whereSaid(/\bcanParse\b/, ours)).toEqual([]);
  });

  it("every sentence a person reads in Slack stands with the words", () => {
    // What these say is for the person who starts the bot, who has no language in Slack yet.
    const toTheOperator = ["slack/meet-slack.ts", "slack/why-not-heard.ts"];
    const speaking = inRoom("slack").filter(({ path }) => !toTheOperator.includes(path));
    const sentences = speaking.flatMap(({ path, code }) =>
      [
        ...code.replace(/new Error\([^)]*\)/g, "").matchAll(/(["'`])\p{Lu}\p{L}*[^"'`\n]*\s[^"'`\n]*\1/gu),
      ].map(([literal]) => `${path}: ${literal}`),
    );
    expect(sentences).toEqual([]);
  });
});
