"use client";

import { Button, Divider } from "@mantine/core";
import { useState } from "react";
import { z } from "zod";
import { api } from "../../components/api/api-client";
import { notifyRefusal } from "../../components/notify-refusal";

const startedSchema = z.object({ url: z.string() });

/** Leaves for the organisation's own sign-in, which sends the person back to this address. */
export function SingleSignOnButton() {
  const [isBusy, setIsBusy] = useState(false);
  const leave = async () => {
    setIsBusy(true);
    try {
      const returnTo = window.location.pathname + window.location.search;
      const { url } = await api.post("/api/auth/sign-in/social", { returnTo }, startedSchema);
      window.location.assign(url);
    } catch (error) {
      notifyRefusal("The organisation's sign-in could not be opened", error);
      setIsBusy(false);
    }
  };
  return (
    <>
      <Divider label="or" />
      <Button variant="default" size="md" fullWidth loading={isBusy} onClick={() => void leave()}>
        Sign in with your organisation
      </Button>
    </>
  );
}
