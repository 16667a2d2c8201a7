import type { Action } from "@foundry/core/auth/permissions";
import {
  IconBarbell,
  IconChecklist,
  IconDatabase,
  IconDownload,
  type Icon,
  IconLayoutDashboard,
  IconListCheck,
  IconMessage2,
  IconReportAnalytics,
  IconSettings,
  IconStack2,
  IconUpload,
  IconUsers,
  IconWand,
} from "@tabler/icons-react";

export interface StudioPage {
  href: string;
  label: string;
  /** What the page is for, in the words of the command palette. */
  hint: string;
  icon: Icon;
  /** What a person must be allowed to do to see the page at all. */
  needs: Action;
  group: "work" | "studio";
}

/** Every page of the navigation, in the order of the work. */
export const STUDIO_PAGES: StudioPage[] = [
  {
    href: "/",
    label: "Overview",
    hint: "The corpus as it stands",
    icon: IconLayoutDashboard,
    needs: "corpus.read",
    group: "work",
  },
  {
    href: "/prompts",
    label: "Prompts",
    hint: "What the models are asked to describe",
    icon: IconMessage2,
    needs: "corpus.read",
    group: "work",
  },
  {
    href: "/generate",
    label: "Generate",
    hint: "Have IRs written, and see what it costs",
    icon: IconWand,
    needs: "generation.manage",
    group: "work",
  },
  {
    href: "/imports",
    label: "Import",
    hint: "Bring in prompts and IRs",
    icon: IconUpload,
    needs: "corpus.import",
    group: "work",
  },
  {
    href: "/review",
    label: "Review",
    hint: "Decide on one sample after the other",
    icon: IconChecklist,
    needs: "sample.review",
    group: "work",
  },
  {
    href: "/samples",
    label: "Samples",
    hint: "Search and filter every sample",
    icon: IconStack2,
    needs: "corpus.read",
    group: "work",
  },
  {
    href: "/datasets",
    label: "Datasets",
    hint: "Freeze the accepted corpus and split it",
    icon: IconDatabase,
    needs: "dataset.manage",
    group: "work",
  },
  {
    href: "/training",
    label: "Training",
    hint: "Train an adapter, and see the machines that do it",
    icon: IconBarbell,
    needs: "training.manage",
    group: "work",
  },
  {
    href: "/evaluation",
    label: "Evaluation",
    hint: "Base model and adapter on unseen prompts",
    icon: IconReportAnalytics,
    needs: "training.manage",
    group: "work",
  },
  {
    href: "/export",
    label: "Export",
    hint: "Download the accepted corpus",
    icon: IconDownload,
    needs: "corpus.export",
    group: "work",
  },
  {
    href: "/team",
    label: "Team",
    hint: "People, roles and invitations",
    icon: IconUsers,
    needs: "people.read",
    group: "studio",
  },
  {
    href: "/checks",
    label: "Checks",
    hint: "What the checks look for, and how well they do",
    icon: IconListCheck,
    needs: "corpus.read",
    group: "studio",
  },
  {
    href: "/settings",
    label: "Settings",
    hint: "Appearance and API tokens",
    icon: IconSettings,
    needs: "token.manage_own",
    group: "studio",
  },
];

/** The overview is "/", which begins every path, so it alone needs an exact match. */
export function isOnPage(pathname: string, href: string): boolean {
  return href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
}
