import { type Action, isAllowed, type Role } from "@foundry/core/auth/permissions";
import type { MantineColorScheme } from "@mantine/core";
import {
  IconCopy,
  IconDeviceDesktop,
  IconCoin,
  IconKey,
  IconLayoutSidebar,
  IconListDetails,
  IconLogout,
  IconMoon,
  IconSparkles,
  IconSun,
  IconTemplate,
  IconUpload,
  IconUserPlus,
  IconWand,
} from "@tabler/icons-react";
import type { Command } from "./commands";
import { STUDIO_PAGES } from "./pages";
import { signOut } from "./sign-out";

interface StudioHands {
  goTo: (href: string) => void;
  setColorScheme: (scheme: MantineColorScheme) => void;
  toggleNavigation: () => void;
}

/** What the palette offers everywhere. Actions open through addresses, so a link can do the same. */
export function listStudioCommands(
  role: Role,
  hands: StudioHands,
): { pages: Command[]; actions: Command[] } {
  const pages = STUDIO_PAGES.filter((page) => isAllowed(role, page.needs)).map((page) => ({
    id: `page:${page.href}`,
    label: page.label,
    hint: page.hint,
    icon: page.icon,
    run: () => hands.goTo(page.href),
  }));
  const actions: (Command & { needs?: Action })[] = [
    {
      id: "import",
      label: "Import a file",
      icon: IconUpload,
      needs: "corpus.import",
      run: () => hands.goTo("/imports"),
    },
    {
      id: "prompts",
      label: "Generate prompts",
      icon: IconSparkles,
      needs: "prompts.manage",
      run: () => hands.goTo("/prompts/new"),
    },
    {
      id: "template",
      label: "Write a template",
      icon: IconTemplate,
      needs: "prompts.manage",
      run: () => hands.goTo("/prompts/templates/new"),
    },
    {
      id: "duplicates",
      label: "Look for near duplicates of prompts",
      icon: IconCopy,
      needs: "corpus.read",
      run: () => hands.goTo("/prompts/duplicates"),
    },
    {
      id: "generate",
      label: "Write IRs: start a run",
      icon: IconWand,
      needs: "generation.manage",
      run: () => hands.goTo("/generate/new"),
    },
    {
      id: "examples",
      label: "Examples for the models",
      icon: IconListDetails,
      needs: "generation.manage",
      run: () => hands.goTo("/generate/few-shots"),
    },
    {
      id: "calls",
      label: "Every call and its cost",
      icon: IconCoin,
      needs: "generation.manage",
      run: () => hands.goTo("/generate/calls"),
    },
    {
      id: "providers",
      label: "Keys, terms, endpoints and prices",
      icon: IconKey,
      needs: "generation.manage",
      run: () => hands.goTo("/settings/providers"),
    },
    {
      id: "limit",
      label: "Change the limit of all spending",
      icon: IconCoin,
      needs: "generation.manage",
      run: () => hands.goTo("/generate?change=limit"),
    },
    {
      id: "invite",
      label: "Invite a person",
      icon: IconUserPlus,
      needs: "people.manage",
      run: () => hands.goTo("/team?new=invitation"),
    },
    {
      id: "token",
      label: "Create an API token",
      icon: IconKey,
      needs: "token.manage_own",
      run: () => hands.goTo("/settings?new=token"),
    },
    {
      id: "light",
      label: "Use the light appearance",
      icon: IconSun,
      run: () => hands.setColorScheme("light"),
    },
    {
      id: "dark",
      label: "Use the dark appearance",
      icon: IconMoon,
      run: () => hands.setColorScheme("dark"),
    },
    {
      id: "system",
      label: "Use the system's appearance",
      icon: IconDeviceDesktop,
      run: () => hands.setColorScheme("auto"),
    },
    {
      id: "navigation",
      label: "Show or hide the navigation",
      icon: IconLayoutSidebar,
      run: hands.toggleNavigation,
    },
    { id: "sign-out", label: "Sign out", icon: IconLogout, run: () => void signOut() },
  ];
  return {
    pages,
    actions: actions.filter(({ needs }) => needs === undefined || isAllowed(role, needs)),
  };
}
