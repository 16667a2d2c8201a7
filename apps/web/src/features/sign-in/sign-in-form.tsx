"use client";

import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { FormStack } from "../../components/form-stack";
import { Notice } from "../../components/notice";
import { describeError } from "../../components/api/describe-error";
import { signIn } from "./sign-in";

/** `onSignedIn` gets the id of the person, who may be another than before. */
export function SignInForm({ email: firstEmail = "", onSignedIn }: { email?: string; onSignedIn: (userId: string) => void }) {
  const [email, setEmail] = useState(firstEmail);
  const [password, setPassword] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const submit = async () => {
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
        data-autofocus
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
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" size="md" fullWidth mt={4} loading={isBusy} disabled={email.trim() === "" || password === ""}>
        Sign in
      </Button>
    </FormStack>
  );
}
