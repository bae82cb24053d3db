import { z } from "zod";
import { LawCited } from "./law-cited.ts";
import { LogLine } from "./log-line.ts";
import { BundleStamp, Manifest, Signature } from "./manifest.ts";

/** The JSON Schemas of the bundle's files by their names; of `log.jsonl`, that of a line. */
export const bundleSchemas = () => ({
  "manifest.json": z.toJSONSchema(Manifest),
  "signature.json": z.toJSONSchema(Signature),
  "stamp.json": z.toJSONSchema(BundleStamp),
  "log.jsonl": z.toJSONSchema(LogLine),
  "law.json": z.toJSONSchema(LawCited),
});
