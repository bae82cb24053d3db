import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { LawBookPage } from "#app/ui/law/law-book-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readLawBook } from "#app/use-cases/law/read-law-book.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "law.read");
  const book = await readLawBook(ctx);
  if (!book) throw notFound();
  return { title: pageTitle(ctx, "law_admin.title"), ...book };
}

export default function LawBookRoute() {
  return <LawBookPage {...useLoaderData<typeof loader>()} />;
}
