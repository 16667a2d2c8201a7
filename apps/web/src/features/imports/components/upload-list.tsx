"use client";

import { ActionIcon, Progress } from "@mantine/core";
import { IconAlertTriangle, IconFile, IconX } from "@tabler/icons-react";
import { formatBytes } from "../../../components/format/format-bytes";
import { RequestId } from "../../../components/request-id";
import type { Upload } from "../api/use-uploads";
import classes from "./upload-list.module.css";

function UploadRow({ upload, onRemove }: { upload: Upload; onRemove: () => void }) {
  const hasFailed = upload.error !== null;
  const percent =
    upload.byteCount === 0 ? 0 : Math.min(100, (upload.bytesSent / upload.byteCount) * 100);
  const label = hasFailed ? `Dismiss ${upload.fileName}` : `Stop uploading ${upload.fileName}`;
  return (
    <li className={classes.row} data-failed={hasFailed || undefined}>
      {hasFailed ? (
        <IconAlertTriangle size={18} aria-hidden />
      ) : (
        <IconFile size={18} stroke={1.6} aria-hidden />
      )}
      <div className={classes.body}>
        <div className={classes.line}>
          <strong>{upload.fileName}</strong>
          <span>
            {hasFailed ? "" : `${formatBytes(upload.bytesSent)} of `}
            {formatBytes(upload.byteCount)}
          </span>
        </div>
        {upload.error === null ? (
          <Progress value={percent} size="xs" aria-label={`Upload of ${upload.fileName}`} />
        ) : (
          <div role="alert">
            {upload.error.detail}{" "}
            {upload.error.requestId !== null && <RequestId value={upload.error.requestId} />}
          </div>
        )}
      </div>
      <ActionIcon variant="subtle" color="gray" aria-label={label} title={label} onClick={onRemove}>
        <IconX size={16} />
      </ActionIcon>
    </li>
  );
}

/** Files that are on their way, and those that did not arrive, with the reason. */
export function UploadList({
  uploads,
  onRemove,
}: {
  uploads: Upload[];
  onRemove: (key: number) => void;
}) {
  if (uploads.length === 0) return null;
  return (
    <ul className={classes.list} aria-label="Uploads">
      {uploads.map((upload) => (
        <UploadRow key={upload.key} upload={upload} onRemove={() => onRemove(upload.key)} />
      ))}
    </ul>
  );
}
