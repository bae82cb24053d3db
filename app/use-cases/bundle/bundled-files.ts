import { flawOf, jsonOf } from "#app/domain/bundle/log-line.ts";
import { canonicalJson } from "#app/domain/timeline/chain.ts";

/** The entries of a bundle by their paths. */
export type BundledFiles = ReadonlyMap<string, Uint8Array>;

export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");

/** A file of the bundle in its shape, or what is wrong with it. */
export function readJson<T>(
  files: BundledFiles,
  path: string,
  shape: {
    safeParse(
      value: unknown,
    ): { success: true; data: T } | { success: false; error: Parameters<typeof flawOf>[0] };
  },
): T | string {
  const bytes = files.get(path);
  if (!bytes) return "missing";
  const text = textOf(bytes);
  const value = jsonOf(text);
  if (value === undefined || `${canonicalJson(value)}\n` !== text)
    return "not written as the product writes it";
  const read = shape.safeParse(value);
  return read.success ? read.data : flawOf(read.error);
}
