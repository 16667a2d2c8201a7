"use client";

import { acceptInvitationSchema, openInvitationSchema } from "@foundry/core/people/people.schema";
import { findPasswordProblem } from "@foundry/core/people/password-rule";
import { Button, Skeleton, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api } from "../../components/api/api-client";
import { describeError } from "../../components/api/describe-error";
import { signedInSchema } from "../../components/api/signed-in.schema";
import { EntryPage } from "../../components/entry-page";
import { FormStack } from "../../components/form-stack";
import { NewPasswordInput } from "../../components/new-password-input";
import { Notice } from "../../components/notice";

function AcceptForm({ token, email }: { token: string; email: string }) {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [wasTried, setWasTried] = useState(false);
  const firstField = useRef<HTMLInputElement>(null);
  useEffect(() => firstField.current?.focus(), []);
  const accept = useMutation({
    mutationFn: () =>
      api.post("/api/invitations/accept", { token, name, password }, signedInSchema),
    onSuccess: () => window.location.assign("/"),
  });
  const passwordProblem = findPasswordProblem(password, { email, name });
  const submit = () => {
    setWasTried(true);
    const isComplete = acceptInvitationSchema.safeParse({ token, name, password }).success;
    if (isComplete && passwordProblem === undefined) accept.mutate();
  };
  return (
    <FormStack onSubmit={submit}>
      {accept.isError && <Notice tone="rejected">{describeError(accept.error).detail}</Notice>}
      <TextInput
        label="E-mail"
        type="email"
        autoComplete="username"
        size="md"
        value={email}
        readOnly
        variant="filled"
      />
      <TextInput
        label="Name"
        autoComplete="name"
        size="md"
        ref={firstField}
        value={name}
        error={
          wasTried && name.trim() === ""
            ? "Write the name that others will see beside your verdicts."
            : null
        }
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NewPasswordInput
        value={password}
        person={{ email, name }}
        error={wasTried ? (passwordProblem ?? null) : null}
        onChange={setPassword}
      />
      <Button type="submit" size="md" fullWidth loading={accept.isPending || accept.isSuccess}>
        Create account
      </Button>
    </FormStack>
  );
}

/** What an invited person opens: the address is fixed, the name and the password are theirs. */
export function InvitationScreen({ token }: { token: string }) {
  const { data: invitation, error } = useQuery({
    queryKey: ["invitation", token],
    queryFn: ({ signal }) =>
      api.get(`/api/invitations/lookup?token=${encodeURIComponent(token)}`, openInvitationSchema, {
        signal,
      }),
    staleTime: Infinity,
  });
  if (error !== null) {
    return (
      <EntryPage title="This invitation cannot be used" intro={describeError(error).detail}>
        <Button component="a" href="/" variant="default" fullWidth>
          Go to sign-in
        </Button>
      </EntryPage>
    );
  }
  if (invitation === undefined) {
    return (
      <EntryPage title="Join the studio" intro="Reading your invitation">
        <Skeleton height={248} />
      </EntryPage>
    );
  }
  const role = invitation.role === "admin" ? "an admin" : "a reviewer";
  return (
    <EntryPage title="Join the studio" intro={`${invitation.invitedBy} invites you as ${role}.`}>
      <AcceptForm token={token} email={invitation.email} />
    </EntryPage>
  );
}
