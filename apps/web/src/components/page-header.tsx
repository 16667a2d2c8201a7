import type { ReactNode } from "react";
import { IconChevronRight } from "@tabler/icons-react";
import Link from "next/link";
import classes from "./page-header.module.css";

export interface Crumb {
  label: string;
  href: string;
}

/** Title, the one sentence that says what the page is for, and its one primary action. */
export function PageHeader({
  title,
  badge,
  children,
  action,
  parents = [],
}: {
  title: string;
  badge?: ReactNode;
  /** The sentence. */
  children?: ReactNode;
  action?: ReactNode;
  /** The way back, only where there is depth. */
  parents?: Crumb[];
}) {
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        {parents.length > 0 && (
          <nav aria-label="Breadcrumb" className={classes.crumbs}>
            {parents.map((parent) => (
              <span key={parent.href}>
                <Link href={parent.href}>{parent.label}</Link>
                <IconChevronRight size={12} aria-hidden />
              </span>
            ))}
          </nav>
        )}
        <div className={classes.title}>
          <h1>{title}</h1>
          {badge}
        </div>
        {children !== undefined && <p>{children}</p>}
      </div>
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </header>
  );
}
