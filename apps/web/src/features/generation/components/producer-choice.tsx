"use client";

import type { Providers } from "@foundry/core/generation/provider.schema";
import Link from "next/link";
import type { ReactNode } from "react";
import { Notice } from "../../../components/notice";
import { TermsForm } from "../../../components/providers/terms-form";
import type { FormPartProps } from "./new-run-form";
import { ProducerCard } from "./producer-card";
import classes from "./producer-choice.module.css";

/** Who writes: Claude, an endpoint of one's own, or the blueprints, each with what it still needs. */
export function ProducerChoice({ draft, order, providers, onChange }: FormPartProps) {
  const { anthropic, endpoints } = providers;
  const isVarying = draft.purpose === "variations";
  return (
    <div className={classes.producers} role="radiogroup" aria-label="Who writes">
      <ProducerCard
        title="Claude"
        text="Writes the IR of any prompt. Paid by the token."
        state={describeClaude(anthropic)}
        isReady={anthropic.keySource !== "none" && anthropic.terms !== null}
        isChosen={order.producer === "anthropic"}
        onChoose={() => onChange({ producer: "anthropic" })}
      />
      {endpoints.map((endpoint) => (
        <ProducerCard
          key={endpoint.id}
          title={endpoint.name}
          text={endpoint.model}
          state={endpoint.check?.isOk === false ? "The last test failed" : "Your endpoint"}
          isReady={endpoint.check?.isOk !== false}
          isChosen={order.producer === "openai_compatible" && order.endpointId === endpoint.id}
          onChoose={() => onChange({ producer: "openai_compatible", endpointId: endpoint.id })}
        />
      ))}
      <ProducerCard
        title="Blueprints"
        text={
          isVarying
            ? "Know IRs only; variations need a model."
            : "Know the right IR of prompts from the templates."
        }
        state="No key, no cost"
        isReady
        isDisabled={isVarying}
        isChosen={order.producer === "blueprint"}
        onChoose={() => onChange({ producer: "blueprint" })}
      />
      <Needs producer={order.producer} providers={providers} />
    </div>
  );
}

function describeClaude({ keySource, terms, check }: Providers["anthropic"]): string {
  if (keySource === "none") return "No key yet";
  if (check?.isOk === false) return "The last test of the key failed";
  return terms === null ? "Terms not acknowledged yet" : "Ready";
}

/** What the chosen producer still needs, to be done here or one click away. */
function Needs({
  producer,
  providers: { anthropic, endpoints },
}: {
  producer: string;
  providers: Providers;
}) {
  const needs: ReactNode[] = [];
  if (producer === "anthropic" && anthropic.keySource === "none") {
    needs.push(
      <Notice key="key" tone="plain" title="Claude needs a key">
        <Link href="/settings/providers">Enter one in the settings</Link>, or set it in the
        environment of the workers. Without a key, blueprints and your own endpoint work.
      </Notice>,
    );
  }
  if (producer === "anthropic" && anthropic.terms === null) {
    needs.push(
      <Notice key="terms" tone="plain" title="Before the first run with Claude">
        <TermsForm termsUrl={anthropic.termsUrl} />
      </Notice>,
    );
  }
  if (endpoints.length === 0) {
    needs.push(
      <p key="endpoint" className={classes.more}>
        A model of your own, or of another provider?{" "}
        <Link href="/settings/providers#endpoints">Add an endpoint</Link> that speaks the chat
        completions API.
      </p>,
    );
  }
  return needs.length === 0 ? null : <div className={classes.needs}>{needs}</div>;
}
