import type { TemplateSummary } from "@foundry/core/prompts/own-templates/own-template.schema";
import { Table } from "@mantine/core";
import Link from "next/link";
import { formatCount } from "../../../components/format/format-count";
import { EmptyList } from "../../../components/list/empty-list";
import { TableSkeleton } from "../../../components/list/table-skeleton";
import { formatName } from "../../../components/text/format-name";
import { VisibleText } from "../../../components/text/visible-text";
import { writeFilters } from "../filters/prompt-filters";
import classes from "./templates-table.module.css";

const SKELETON = ["70%", "60%", "80%", "50%", "90%", "50%"];

/** Templates with what they can give; `undefined` while they are loaded. */
export function TemplatesTable({
  templates,
  canManage,
  label,
}: {
  templates: TemplateSummary[] | undefined;
  canManage: boolean;
  label: string;
}) {
  if (templates?.length === 0) {
    return (
      <EmptyList title="No template here">
        {canManage
          ? "Write one with “New template”: a sentence with slots, their values, and rules for what goes together."
          : "An admin can write some; the catalogue has more of other categories."}
      </EmptyList>
    );
  }
  return (
    <Table className={classes.table ?? ""} aria-label={label} aria-busy={templates === undefined}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="18%">Template</Table.Th>
          <Table.Th w={150}>Category</Table.Th>
          <Table.Th w="20%" title="Each slot with how many values it has">
            Slots
          </Table.Th>
          <Table.Th w={120} ta="right" title="Choices of values before the rules">
            Combinations
          </Table.Th>
          <Table.Th>Example</Table.Th>
          <Table.Th w={84} ta="right">
            Prompts
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {templates === undefined ? (
          <TableSkeleton widths={SKELETON} />
        ) : (
          templates.map((template) => (
            <TemplateRow key={template.id} template={template} canManage={canManage} />
          ))
        )}
      </Table.Tbody>
    </Table>
  );
}

function TemplateRow({ template, canManage }: { template: TemplateSummary; canManage: boolean }) {
  const slots = template.slots
    .map(({ name, valueCount }) => `${name} ${formatCount(valueCount)}`)
    .join(", ");
  return (
    <Table.Tr>
      <Table.Td className={classes.title}>
        {template.isOwn && canManage ? (
          <Link href={`/prompts/templates/${template.id}`}>{template.title}</Link>
        ) : (
          template.title
        )}
      </Table.Td>
      <Table.Td>{formatName(template.category)}</Table.Td>
      <Table.Td className={classes.slots}>{slots}</Table.Td>
      <Table.Td ta="right">{formatCount(template.combinations)}</Table.Td>
      <Table.Td className={classes.example}>
        <VisibleText>{template.example}</VisibleText>
      </Table.Td>
      <Table.Td ta="right">
        {template.promptCount === 0 ? (
          <span className={classes.slots}>0</span>
        ) : (
          <Link href={`/prompts${writeFilters({ templateId: template.id })}`}>
            {formatCount(template.promptCount)}
          </Link>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
