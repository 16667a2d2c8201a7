"use client";

import { ERROR_TYPES, type ErrorType } from "@foundry/core/checks/error-types";
import type { ChecksOverview } from "@foundry/core/findings/finding.schema";
import { nameErrorType } from "../../../components/findings/name-error-type";
import type { CheckView } from "../describe-check";
import { describeRate } from "../describe-rate";
import { CheckEntry } from "./check-entry";
import classes from "./error-type-panel.module.css";

/** One error type of the catalogue with the checks that look for it. */
export function ErrorTypePanel({
  errorType,
  checks,
  overview,
}: {
  errorType: ErrorType;
  checks: readonly CheckView[];
  /** Null until the numbers are there. */
  overview: ChecksOverview | null;
}) {
  const numbersOf = (id: string) => overview?.checks.find(({ check }) => check === id) ?? null;
  return (
    <section className={classes.panel} aria-labelledby={`type-${errorType}`} id={errorType}>
      <header className={classes.head}>
        <div>
          <h2 className={classes.title} id={`type-${errorType}`}>
            {nameErrorType(errorType)}
          </h2>
          <p className={classes.meaning}>{ERROR_TYPES[errorType]}</p>
        </div>
        <Recall errorType={errorType} overview={overview} />
      </header>
      {checks.map((check) => (
        <CheckEntry
          key={check.id}
          check={check}
          numbers={numbersOf(check.id)}
          isLoading={overview === null}
        />
      ))}
    </section>
  );
}

function Recall({
  errorType,
  overview,
}: {
  errorType: ErrorType;
  overview: ChecksOverview | null;
}) {
  const measured = overview?.recall.find((row) => row.errorType === errorType);
  const rate = measured === undefined ? null : describeRate(measured.caught, measured.mutated);
  return (
    <p
      className={classes.recall}
      title="Of right IRs that were made wrong in this way on purpose, the share that the checks caught; with its 95 % interval"
    >
      {rate === null ? (
        <span>{describeNone(overview)}</span>
      ) : (
        <>
          <strong>{`catches ${rate.share}`}</strong>
          <span>{rate.detail}</span>
        </>
      )}
    </p>
  );
}

function describeNone(overview: ChecksOverview | null): string {
  if (overview === null) return "\u00a0";
  return overview.recallBasis === null
    ? "share caught: not measured yet"
    : "share caught: no IR could be made wrong in this way";
}
