import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { readerZone } from "#app/http/reader-zone.server.ts";
import { BooksPage } from "#app/ui/exceptions/books-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readBooks } from "#app/use-cases/books/read-books.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "books.read");
  const [accounts, zone] = await Promise.all([readBooks(ctx), readerZone(args)]);
  if (!accounts) throw notFound();
  return { title: pageTitle(ctx, "nav.books"), zone, accounts };
}

export default function BooksRoute() {
  return <BooksPage {...useLoaderData<typeof loader>()} />;
}
