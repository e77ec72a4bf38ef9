import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "sqlite",
  schema: [
    "./src/db/schema.ts",
    "./src/db/record-schema.ts",
    "./src/db/team-schema.ts",
    "./src/db/executive-schema.ts",
  ],
  out: "./drizzle",
});
