import { api } from "../../components/api/api-client";
import { signedInSchema } from "../../components/api/signed-in.schema";

/** Signs in and gives the id of the person; the session cookie comes with the answer. */
export async function signIn(email: string, password: string): Promise<string> {
  const { user } = await api.post(
    "/api/auth/sign-in/email",
    { email: email.trim(), password },
    signedInSchema,
  );
  return user.id;
}
