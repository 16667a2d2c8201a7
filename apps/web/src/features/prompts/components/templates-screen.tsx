"use client";

import { isAllowed, type Role } from "@foundry/core/auth/permissions";
import { PROMPT_CATEGORIES } from "@foundry/core/prompts/prompt-category";
import { Select } from "@mantine/core";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { LinkButton } from "../../../components/link-button";
import { FailedList } from "../../../components/list/failed-list";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { formatName } from "../../../components/text/format-name";
import { useTemplates } from "../api/use-templates";
import { TemplatesTable } from "./templates-table";

const PARENTS = [{ label: "Prompts", href: "/prompts" }];

/** What runs draw from: the templates that people wrote here, and the catalogue. */
export function TemplatesScreen({ role }: { role: Role }) {
  const router = useRouter();
  const pathname = usePathname();
  const category = useSearchParams().get("category");
  const query = useTemplates();
  const canManage = isAllowed(role, "prompts.manage");
  const shown = query.data?.filter(
    (template) => category === null || template.category === category,
  );
  const own = shown?.filter(({ isOwn }) => isOwn);
  return (
    <Page width="wide">
      <PageHeader
        title="Templates"
        parents={PARENTS}
        action={
          <>
            <Select
              aria-label="Category"
              placeholder="Every category"
              w={180}
              clearable
              data={PROMPT_CATEGORIES.map((value) => ({ value, label: formatName(value) }))}
              value={category}
              onChange={(value) =>
                router.replace(value === null ? pathname : `${pathname}?category=${value}`, {
                  scroll: false,
                })
              }
            />
            {canManage && <LinkButton href="/prompts/templates/new">New template</LinkButton>}
          </>
        }
      >
        What runs draw from. A template is a sentence with slots; every fitting choice of values is
        a prompt.
      </PageHeader>
      {query.isError && query.data === undefined ? (
        <Panel>
          <FailedList
            error={query.error}
            what="the templates"
            onRetry={() => void query.refetch()}
          />
        </Panel>
      ) : (
        <>
          <Panel title="Written here" isFlush>
            <TemplatesTable templates={own} canManage={canManage} label="Written here" />
          </Panel>
          <Panel
            title="Catalogue"
            isFlush
            aside="Each of these also knows the right IR, code and inputs"
          >
            <TemplatesTable
              templates={shown?.filter(({ isOwn }) => !isOwn)}
              canManage={canManage}
              label="Catalogue"
            />
          </Panel>
        </>
      )}
    </Page>
  );
}
