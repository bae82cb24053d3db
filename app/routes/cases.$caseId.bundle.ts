import type { LoaderFunctionArgs } from "@remix-run/node";
import { guard, notFound } from "#app/http/guard.ts";
import { goTo } from "#app/http/respond.ts";
import { savedFile } from "#app/http/saved-file.ts";
import { takeBundle } from "#app/use-cases/bundle/take-bundle.server.ts";

/** A case's evidence bundle as a file; why there is none is said on the page of its documents. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "bundle.take");
  const caseId = args.params.caseId ?? "";
  const taken = await takeBundle(ctx, caseId);
  if (taken.ok) {
    const { fileName, bytes } = taken.value;
    return savedFile({ document: { mediaType: "application/zip", fileName }, bytes });
  }
  const back = (key: "bundle.others_business" | "bundle.too_many" | "bundle.log_broken") =>
    goTo(ctx, `/cases/${caseId}/evidence`, { flash: { tone: "bad", key } });
  switch (taken.error.kind) {
    case "case-not-found":
      throw notFound();
    case "others-business":
      return back("bundle.others_business");
    case "too-many":
      return back("bundle.too_many");
    case "log-broken":
      return back("bundle.log_broken");
    case "exhibit-lost":
      return goTo(ctx, `/cases/${caseId}/evidence`, {
        flash: { tone: "bad", key: "bundle.exhibit_lost", values: { title: taken.error.title } },
      });
  }
}
