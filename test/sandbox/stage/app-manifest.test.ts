import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readAppManifest } from "../../../src/sandbox/stage/app-manifest.js";
import { repositoryRoot } from "../../../src/sandbox/stage/page-files.js";

it("an app hears direct messages only where its manifest leaves them on", async () => {
  const own = await readFile(join(repositoryRoot(), "manifest.yml"), "utf8");
  const folder = await mkdtemp(join(tmpdir(), "app-manifest-"));
  try {
    for (const [readOnly, hears] of [
      [true, false],
      [false, true],
    ]) {
      const file = join(folder, `${readOnly}.yml`);
      const line = `messages_tab_read_only_enabled: ${readOnly}`;
      await writeFile(file, own.replace(/messages_tab_read_only_enabled: \w+/, line));
      expect(await readAppManifest(file)).toMatchObject({
        hearsDirectMessages: hears,
        scopes: expect.any(Array),
      });
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});
