import { readFileSync } from "node:fs";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { invalid, type Refusal } from "./refusal.ts";
import type { RequestRoute } from "./request-types.ts";

type Definitions = Record<string, { properties?: Record<string, unknown> }>;

/** Made from the SDK's own types by `npm run stripe:schemas`; a test holds the file to them. */
const { definitions }: { definitions: Definitions } = JSON.parse(
  readFileSync(new URL("./request-schemas.json", import.meta.url), "utf8"),
);
/** The schemas come from a generator and need no check of their own; each is compiled when it is first asked for. */
const ajv = new Ajv({
  coerceTypes: "array",
  strict: false,
  allErrors: true,
  meta: false,
  validateSchema: false,
  inlineRefs: false,
  code: { optimize: false },
});
const validators = new Map<RequestRoute, ValidateFunction>();

function validatorOf(route: RequestRoute): ValidateFunction {
  const known = validators.get(route);
  if (known) return known;
  const own = definitions.Requests.properties?.[route];
  const made = ajv.compile({ ...(own as object), definitions: reachedFrom(own) });
  validators.set(route, made);
  return made;
}

/** The definitions a schema leads to and no others, since all that stand in it are compiled. */
function reachedFrom(schema: unknown, reached: Definitions = {}): Definitions {
  for (const [, reference] of JSON.stringify(schema).matchAll(/"#\/definitions\/([^"]+)"/g)) {
    const name = decodeURIComponent(reference);
    if (name in reached) continue;
    reached[name] = definitions[name];
    reachedFrom(definitions[name], reached);
  }
  return reached;
}

/** The parameters, their texts read as the numbers and truths the SDK's types say; throws Stripe's answer to what they are not. */
export function readParams(route: RequestRoute, params: Record<string, unknown>): object {
  const validate = validatorOf(route);
  if (!validate(params)) throw refusalFor(validate.errors ?? []);
  return params;
}

function refusalFor(errors: ErrorObject[]): Refusal {
  const unknown = errors.find(({ keyword }) => keyword === "additionalProperties");
  if (unknown) {
    const param = named(unknown.instancePath, unknown.params.additionalProperty);
    return invalid(`Received unknown parameter: ${param}`, { param, code: "parameter_unknown" });
  }
  const absent = errors.find(({ keyword }) => keyword === "required");
  if (absent) {
    const param = named(absent.instancePath, absent.params.missingProperty);
    return invalid(`Missing required param: ${param}.`, { param, code: "parameter_missing" });
  }
  const [first] = errors;
  const param = named(first.instancePath);
  return invalid(`Invalid ${param}: ${first.message}`, { param });
}

/** `/line_items/0/price` as Stripe writes it: `line_items[0][price]`. */
function named(path: string, last?: string): string {
  const [first = "", ...rest] = [...path.split("/").slice(1), ...(last ? [last] : [])];
  return first + rest.map((step) => `[${step}]`).join("");
}
