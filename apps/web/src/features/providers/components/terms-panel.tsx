import type { Providers } from "@foundry/core/generation/provider.schema";
import { IconCheck, IconExternalLink } from "@tabler/icons-react";
import { Panel } from "../../../components/panel";
import { TermsForm } from "../../../components/providers/terms-form";
import { Badge } from "../../../components/state/badge";
import { formatExact } from "../../../components/time/format-exact";
import classes from "./key-panel.module.css";

/** Whether the provider's terms on training with outputs were read, by whom and when. */
export function TermsPanel({
  anthropic: { terms, termsUrl },
}: {
  anthropic: Providers["anthropic"];
}) {
  return (
    <Panel title="Terms" aside="Asked once, before the first run">
      {terms === null ? (
        <TermsForm termsUrl={termsUrl} />
      ) : (
        <div className={classes.panel}>
          <Badge tone="accepted" icon={IconCheck}>
            Acknowledged
          </Badge>
          <p>
            {`${terms.acknowledgedBy} said on ${formatExact(terms.acknowledgedAt)} that the terms on training with outputs were read.`}
          </p>
          <p>
            <a href={termsUrl} target="_blank" rel="noreferrer">
              Read the terms <IconExternalLink size={12} aria-hidden />
            </a>
          </p>
        </div>
      )}
    </Panel>
  );
}
