import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** A check by a JSON Schema, done by a validator that shares nothing with the one that wrote the schema. */
export function jsonSchema(schema: object): (value: unknown) => boolean {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  return ajv.compile<unknown>(schema);
}
