import { Link } from "@remix-run/react";
import { ActionForm } from "./action-form.tsx";
import { Button } from "./button.tsx";
import { Card } from "./card.tsx";
import { useT } from "./messages.tsx";
import { navIcons } from "./nav-icons.ts";
import { inGroups, type NavItem } from "./navigation.ts";
import { PageHeader } from "./page-header.tsx";

/** Every place a person can go to, by name. */
export function MorePage({ work, own }: { work: NavItem[]; own: NavItem[] }) {
  const t = useT();
  const { single, menus } = inGroups(work);
  return (
    <div className="stack">
      <PageHeader title={t("nav.more_title")} />
      <Card title={t("nav.more_work")}>
        <Places items={single} />
      </Card>
      {menus.map(([label, items]) => (
        <Card key={label} title={t(label)}>
          <Places items={items} />
        </Card>
      ))}
      <Card title={t("nav.more_own")}>
        <Places items={own} />
        <ActionForm action="/sign-out" label={t("nav.sign_out")} reloadDocument>
          <Button>{t("nav.sign_out")}</Button>
        </ActionForm>
      </Card>
    </div>
  );
}

function Places({ items }: { items: NavItem[] }) {
  const t = useT();
  return (
    <ul className="places">
      {items.map(({ to, label, icon }) => {
        const Icon = navIcons[icon];
        return (
          <li key={to}>
            <Link to={to}>
              <Icon aria-hidden size={20} />
              {t(label)}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
