import { mkdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { decode, encode } from "@jridgewell/sourcemap-codec";
import { type BuildOptions, build, type Plugin } from "esbuild";

// The bot as one file of ours and one for each library, over what tsc wrote for it (decision 0018).

const options = {
  outdir: "dist",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  // They find files of their own by their place.
  external: ["better-sqlite3", "emoji-datasource"],
  // Libraries written for require ask for Node's own modules by it.
  banner: {
    js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
  },
  write: false,
  logLevel: "warning",
} satisfies BuildOptions;

const libraries = await importedLibraries();
const eachLibrary: Plugin = {
  name: "each library",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^library:/ }, ({ path }) => ({ path: path.slice(8), namespace: "library" }));
    onLoad({ filter: /./, namespace: "library" }, ({ path }) => ({
      contents: `export * from "${path}"`,
      resolveDir: import.meta.dirname,
    }));
  },
};
const { outputFiles } = await build({
  ...options,
  entryPoints: [
    "src/main.ts",
    ...libraries.map((name) => ({ in: `library:${name}`, out: `unused/${name}` })),
  ],
  splitting: true,
  chunkNames: "libraries/[hash]",
  plugins: [eachLibrary],
  sourcemap: true,
  sourcesContent: false,
  // Names stay as they were written. Licences stand in node_modules, without which this does not run.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: "none",
});
await rm("dist/libraries", { recursive: true, force: true });
await mkdir("dist/libraries", { recursive: true });
for (const { path, contents, text } of outputFiles) {
  if (basename(path) === "main.js") await writeFile(path, contents);
  else if (basename(path) === "main.js.map") await writeFile(path, linesOnly(text));
  else if (basename(dirname(path)) === "libraries" && path.endsWith(".js"))
    await writeFile(path, text.replace(/\/\/# sourceMappingURL=.*\n?$/, ""));
}

/** Node keeps the whole map in memory from the first stack it looks at: its lines tell enough, in a fourth of it. */
function linesOnly(text: string): string {
  const map: { mappings: string } = JSON.parse(text);
  const mappings = decode(map.mappings).map((segments) =>
    segments.filter(([, source, line], at) => {
      const before = segments[at - 1];
      return source !== before?.[1] || line !== before?.[2];
    }),
  );
  return JSON.stringify({ ...map, mappings: encode(mappings) });
}

/** What the bot imports from `node_modules`, as it names it. */
async function importedLibraries(): Promise<string[]> {
  const { metafile } = await build({
    ...options,
    entryPoints: ["src/main.ts"],
    packages: "external",
    metafile: true,
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  const names = new Set(imports.filter(({ external }) => external).map(({ path }) => path));
  return [...names].filter((name) => !name.startsWith("node:") && !options.external.includes(name));
}
