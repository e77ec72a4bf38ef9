import { readdirSync, readFileSync } from "node:fs";
import { builtinModules, SourceMap } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
const read = (name: string) => readFileSync(join(dist, name), "utf8");
const libraries = readdirSync(join(dist, "libraries")).map((name) => join("libraries", name));

describe("the bot as it is built", () => {
  test("loads nothing else but Node's own modules and SQLite's driver", () => {
    const named = ["main.js", ...libraries].flatMap((name) =>
      [...read(name).matchAll(/(?:^|[;}\n])(?:import|export)[^"';()]*?from ?"([^"]+)"/g)].map(
        ([, from = ""]) => (from.startsWith(".") ? join(dirname(name), from) : from),
      ),
    );
    const elsewhere = named.filter((name) => !name.startsWith("node:") && !builtinModules.includes(name));
    expect(new Set(elsewhere)).toEqual(new Set(["better-sqlite3", ...libraries]));
  });

  test("says of its own code where in the source it stands", () => {
    const words = "Nothing was started; make room and start again.";
    const inSource = readFileSync(join(dist, "..", "src", "main.ts"), "utf8").split("\n");
    const built = read("main.js").split("\n");
    const line = built.findIndex((text) => text.includes(words));
    const found = new SourceMap(JSON.parse(read("main.js.map"))).findEntry(
      line,
      built[line]?.indexOf(words) ?? 0,
    );
    expect(found).toMatchObject({
      originalSource: "../src/main.ts",
      originalLine: inSource.findIndex((text) => text.includes(words)),
    });
  });
});
