import type { ReactNode } from "react";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

/** A link from a mail that no longer works: why, and the way to a new one. */
export function LinkOver({ children }: { children: ReactNode }) {
  const t = useT();
  return (
    <div className="form">
      <PageHeader title={t("link_over.title")} lead={t("link_over.lead")} />
      <div className="acts">{children}</div>
    </div>
  );
}
