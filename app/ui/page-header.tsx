import { Link } from "@remix-run/react";
import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";

type PageHeaderProps = {
  title: ReactNode;
  /** Short facts under the title, each a phrase. */
  facts?: ReactNode[];
  /** One sentence on what this page is for. */
  lead?: ReactNode;
  /** State of the thing: a chip. */
  status?: ReactNode;
  /** The page's one primary act. */
  action?: ReactNode;
  back?: { to: string; label: string };
};

/** Where am I, in which state is it, what can I do. */
export function PageHeader({ title, facts, lead, status, action, back }: PageHeaderProps) {
  return (
    <header className="page-header">
      {back && (
        <Link to={back.to} className="back">
          <ArrowLeft aria-hidden size={16} /> {back.label}
        </Link>
      )}
      <div className="page-title">
        <div>
          <h1>{title}</h1>
          {facts && facts.length > 0 && (
            <ul className="facts">
              {facts.filter(Boolean).map((fact, at) => (
                <li key={at}>{fact}</li>
              ))}
            </ul>
          )}
        </div>
        {(status || action) && (
          <div className="page-acts">
            {status}
            {action}
          </div>
        )}
      </div>
      {lead && <p className="lead">{lead}</p>}
    </header>
  );
}
