import type { ReactNode } from "react";
import { Card } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

type FormPageProps = {
  title: string;
  lead?: ReactNode;
  back?: { to: string; label: string };
  children: ReactNode;
  /** Under the card: the other ways on. */
  after?: ReactNode;
};

/** A page that asks for one thing. */
export function FormPage({ title, lead, back, children, after }: FormPageProps) {
  return (
    <div className="form">
      <PageHeader title={title} lead={lead} back={back} />
      <Card>{children}</Card>
      {after && <div className="form-acts">{after}</div>}
    </div>
  );
}
