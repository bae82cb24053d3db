import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createGenerator } from "ts-json-schema-generator";
import { projectRoot } from "./project.ts";

const written = join(projectRoot, "app/local-stripe/request-schemas.json");

/** The JSON Schemas of every request the local Stripe service answers, from the SDK's own types. */
export function requestSchemas(): string {
  const generator = createGenerator({
    path: join(projectRoot, "app/local-stripe/request-types.ts"),
    tsconfig: join(projectRoot, "tsconfig.json"),
    type: "Requests",
    skipTypeCheck: true,
    expose: "export",
    jsDoc: "none",
    additionalProperties: false,
    encodeRefs: true,
  });
  return `${withoutPaths(JSON.stringify(generator.createSchema("Requests")))}\n`;
}

/** Types without a name are called after where their file lies, hashed: numbered instead, so that every checkout makes the same. */
function withoutPaths(text: string): string {
  const files = new Map<string, number>();
  const numberOf = (hash: string) => {
    if (!files.has(hash)) files.set(hash, files.size);
    return `file${files.get(hash)}`;
  };
  return text.replace(/def-[a-z]+-[\d-]+/g, (name) => name.replace(/(?<=-)\d{7,}(?=-)/g, numberOf));
}

if (process.argv[1]?.endsWith("stripe-schemas.ts")) {
  const text = requestSchemas();
  writeFileSync(written, text);
  process.stdout.write(`${written}: ${text.length} bytes\n`);
}
