import type { Import } from "@foundry/core/imports/import.schema";
import { useQueryClient } from "@tanstack/react-query";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { describeError } from "../../../components/api/describe-error";
import { ApiError } from "../../../components/api/api-error";
import { importKeys } from "./import-keys";
import { uploadImport } from "./upload-import";

export interface Upload {
  key: number;
  fileName: string;
  byteCount: number;
  bytesSent: number;
  /** Set when the upload was refused or broke off. */
  error: { detail: string; requestId: string | null } | null;
}

/**
 * Whether the page is still there. Uploads go on when another page of the studio is opened; closing
 * the tab would break them off, so the browser asks first while one is on its way.
 */
function useShownUntilLeft(isSending: boolean): RefObject<boolean> {
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  useEffect(() => {
    if (!isSending) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isSending]);
  return isShown;
}

/** Files on their way to the studio, one after the other, so that the first is usable soonest. */
export function useUploads(onArrived: (arrived: Import[], sentCount: number) => void) {
  const queryClient = useQueryClient();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const nextKey = useRef(1);
  const aborts = useRef(new Map<number, AbortController>());
  const queue = useRef(Promise.resolve());
  const isShown = useShownUntilLeft(uploads.some((upload) => upload.error === null));

  const remove = useCallback((key: number) => {
    aborts.current.get(key)?.abort();
    aborts.current.delete(key);
    setUploads((before) => before.filter((upload) => upload.key !== key));
  }, []);
  const change = useCallback((key: number, changes: Partial<Upload>) => {
    setUploads((before) =>
      before.map((upload) => (upload.key === key ? { ...upload, ...changes } : upload)),
    );
  }, []);

  const sendOne = useCallback(
    async (key: number, file: File): Promise<Import | null> => {
      const abort = aborts.current.get(key);
      if (abort === undefined) return null;
      try {
        const arrived = await uploadImport(
          file,
          (bytesSent) => change(key, { bytesSent }),
          abort.signal,
        );
        remove(key);
        void queryClient.invalidateQueries({ queryKey: importKeys.list() });
        return arrived;
      } catch (error) {
        if (!(error instanceof ApiError && error.reason === "aborted"))
          change(key, { error: describeError(error) });
        return null;
      }
    },
    [change, remove, queryClient],
  );

  const add = useCallback(
    (files: File[]) => {
      const added = files.map((file) => ({ file, key: nextKey.current++ }));
      for (const { key } of added) aborts.current.set(key, new AbortController());
      setUploads((before) => [
        ...before,
        ...added.map(({ file, key }) => ({
          key,
          fileName: file.name,
          byteCount: file.size,
          bytesSent: 0,
          error: null,
        })),
      ]);
      queue.current = queue.current.then(async () => {
        const arrived: Import[] = [];
        for (const { file, key } of added) {
          const one = await sendOne(key, file);
          if (one !== null) arrived.push(one);
        }
        if (arrived.length > 0 && isShown.current) onArrived(arrived, added.length);
      });
    },
    [onArrived, sendOne, isShown],
  );
  return { uploads, add, remove };
}
