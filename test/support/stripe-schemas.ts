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
  return `${JSON.stringify(generator.createSchema("Requests"))}\n`;
}

if (process.argv[1]?.endsWith("stripe-schemas.ts")) {
  const text = requestSchemas();
  writeFileSync(written, text);
  process.stdout.write(`${written}: ${text.length} bytes\n`);
}
