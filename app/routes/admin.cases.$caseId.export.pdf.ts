import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { exportSent, toExportForm } from "#app/http/export-asked.server.ts";
import { guard } from "#app/http/guard.ts";

export async function loader(args: LoaderFunctionArgs) {
  return toExportForm(await guard(args, "subject.export"), args);
}

export async function action(args: ActionFunctionArgs) {
  return exportSent(await guard(args, "subject.export"), args, "pdf");
}
