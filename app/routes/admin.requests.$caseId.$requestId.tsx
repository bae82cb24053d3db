import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId } from "#app/domain/ids.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { readerZone } from "#app/http/reader-zone.server.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { DataRequestPage } from "#app/ui/privacy/request-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { AnswerCorrection, answerCorrection } from "#app/use-cases/privacy/answer-correction.server.ts";
import { readRequest } from "#app/use-cases/privacy/read-requests.server.ts";

export const meta = titleMeta;

const keyOf = ({ caseId = "", requestId = "" }: LoaderFunctionArgs["params"]) => {
  if (!isId(caseId) || !isId(requestId)) throw notFound();
  return { caseId, requestId };
};

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "erasure.decide");
  const { caseId, requestId: id } = keyOf(args.params);
  const [request, zone] = await Promise.all([readRequest(ctx, { caseId, id }), readerZone(args)]);
  if (!request) throw notFound();
  return { request, zone, title: pageTitle(ctx, "requests.one", { number: request.number }) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "erasure.decide");
  const form = await parseForm(args.request, AnswerCorrection, keyOf(args.params));
  if (!form.ok) return refuse(422, form.error);
  const answered = await answerCorrection(ctx, form.value);
  if (answered.ok) return goTo(ctx, "/admin/requests", { flash: { tone: "ok", key: "requests.answered" } });
  switch (answered.error.kind) {
    case "request-not-found":
      throw notFound();
    case "request-answered":
      return refuse(409, refusedAt("form", "refusal.request-answered", form.values));
  }
}

export default function RequestRoute() {
  const { request, zone } = useLoaderData<typeof loader>();
  return <DataRequestPage request={request} zone={zone} answer={useActionData<typeof action>()} />;
}
