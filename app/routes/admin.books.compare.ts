import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { guard, notFound } from "#app/http/guard.ts";
import { goTo } from "#app/http/respond.ts";
import { compareNow } from "#app/use-cases/books/keep-books.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "books.read");
  return redirect("/admin/books");
}

/** Compares every account at the provider with the books now. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "books.compare");
  const done = await compareNow(ctx);
  if (done.ok)
    return goTo(ctx, "/admin/books", {
      flash: { tone: "ok", key: "books.compared_flash", values: { count: done.value } },
    });
  switch (done.error.kind) {
    case "not-allowed":
      throw notFound();
    case "no-provider":
      return goTo(ctx, "/admin/books", { flash: { tone: "bad", key: "error.no_provider" } });
  }
}
