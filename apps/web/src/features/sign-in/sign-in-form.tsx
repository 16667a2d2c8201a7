"use client";

import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { describeError } from "../../components/api/describe-error";
import { FormStack } from "../../components/form-stack";
import { Notice } from "../../components/notice";
import { signIn } from "./sign-in";

/** `onSignedIn` gets the id of the person, who may be another than before. */
export function SignInForm({
  email: firstEmail = "",
  onSignedIn,
}: {
  email?: string;
  onSignedIn: (userId: string) => void;
}) {
  const [email, setEmail] = useState(firstEmail);
  const [password, setPassword] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const firstField = useRef<HTMLInputElement>(null);
  useEffect(() => firstField.current?.focus(), []);
  const submit = async () => {
    if (email.trim() === "" || password === "") {
      setRefusal("Write your e-mail address and your password.");
      return;
    }
    setIsBusy(true);
    setRefusal(null);
    try {
      onSignedIn(await signIn(email, password));
    } catch (error) {
      setRefusal(describeError(error).detail);
      setPassword("");
      setIsBusy(false);
    }
  };
  return (
    <FormStack onSubmit={() => void submit()}>
      {refusal !== null && <Notice tone="rejected">{refusal}</Notice>}
      <TextInput
        label="E-mail"
        type="email"
        name="email"
        autoComplete="username"
        size="md"
        required
        withAsterisk={false}
        {...(firstEmail === "" ? { ref: firstField } : {})}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label="Password"
        name="password"
        autoComplete="current-password"
        size="md"
        required
        withAsterisk={false}
        {...(firstEmail === "" ? {} : { ref: firstField, "data-autofocus": true })}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" size="md" fullWidth mt={4} loading={isBusy}>
        Sign in
      </Button>
    </FormStack>
  );
}
