import type { ReactNode } from "react";
import { useT } from "./messages.tsx";

type DifferenceTableProps = {
  differences: Difference[];
  /** What each row is about. */
  member: string;
  none: string;
};

type Difference = { key: string; name: string; before: ReactNode | null; after: ReactNode | null };

/** Old and new, member by member; a mark in words and not by colour alone. `none` stands where there is nothing. */
export function DifferenceTable({ differences, member, none }: DifferenceTableProps) {
  const t = useT();
  const nothing = <span className="law-none">{none}</span>;
  return (
    <div className="table-frame">
      <table className="table law-differences">
        <caption className="visually-hidden">{t("law_admin.old_new")}</caption>
        <thead>
          <tr>
            <th scope="col">{member}</th>
            <th scope="col">{t("law_admin.before")}</th>
            <th scope="col">{t("law_admin.after")}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ key, name, before, after }) => (
            <tr key={key}>
              <th scope="row" data-label={member}>
                {name}
              </th>
              <td data-label={t("law_admin.before")}>
                <div>{before === null ? nothing : <del>{before}</del>}</div>
              </td>
              <td data-label={t("law_admin.after")}>
                <div>{after === null ? nothing : <ins>{after}</ins>}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
