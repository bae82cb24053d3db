import type { MetaFunction } from "@remix-run/react";

/** The page's title, which its loader says in the reader's language. */
export const titleMeta: MetaFunction = ({ data }) => {
  const titled = typeof data === "object" && data !== null && "title" in data;
  return [{ title: titled && typeof data.title === "string" ? data.title : "Rung" }];
};
