import { z } from "zod";
import { LawCited } from "./law-cited.ts";
import { LogLine } from "./log-line.ts";
import { Manifest, Signature } from "./manifest.ts";

/** The JSON Schemas of the bundle's files by their names; of `log.jsonl`, that of a line. */
export const bundleSchemas = () => ({
  "manifest.json": z.toJSONSchema(Manifest),
  "signature.json": z.toJSONSchema(Signature),
  "log.jsonl": z.toJSONSchema(LogLine),
  "law.json": z.toJSONSchema(LawCited),
});
